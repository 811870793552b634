import { PageLoading } from '../components/page-loading.tsx';

export default function ScreenPage() {
  return <PageLoading />;
}
