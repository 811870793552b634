import { PageLoading } from '../components/page-loading.tsx';

export default function HomePage() {
  return <PageLoading />;
}
