import { z } from 'zod';
import { api } from '@/server/api';

type Params = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Params) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) return new Response('not found', { status: 404 });
  return (await api()).audienceFile(request.headers, id.data);
}
