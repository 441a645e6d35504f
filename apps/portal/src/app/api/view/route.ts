import { readGridQuery } from '@/features/grid/grid-query';
import { api } from '@/server/api';

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  return (await api()).viewFile(request.headers, readGridQuery(searchParams));
}
