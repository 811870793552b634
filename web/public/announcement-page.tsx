import { PageLoading } from '../components/page-loading.tsx';

export default function AnnouncementPage() {
  return <PageLoading />;
}
