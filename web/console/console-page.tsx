import { PageLoading } from '../components/page-loading.tsx';

export default function ConsolePage() {
  return <PageLoading />;
}
