import { PageLoading } from '../components/page-loading.tsx';

export default function RecountPage() {
  return <PageLoading />;
}
