import { PageLoading } from '../components/page-loading.tsx';

export default function EnrolPage() {
  return <PageLoading />;
}
