import { PageLoading } from '../components/page-loading.tsx';

export default function ScrutineerPage() {
  return <PageLoading />;
}
