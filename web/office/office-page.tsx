import { PageLoading } from '../components/page-loading.tsx';

export default function OfficePage() {
  return <PageLoading />;
}
