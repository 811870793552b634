import { PageLoading } from '../components/page-loading.tsx';

export default function SetupPage() {
  return <PageLoading />;
}
