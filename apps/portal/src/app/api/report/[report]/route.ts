import { ReportName } from '@ascent/schemas';
import { reportRequest } from '@/features/report/report-request';
import { api } from '@/server/api';

type Params = { params: Promise<{ report: string }> };

export async function GET(request: Request, { params }: Params) {
  const report = ReportName.safeParse((await params).report);
  if (!report.success) return new Response('not found', { status: 404 });
  const { searchParams } = new URL(request.url);
  return (await api()).reportFile(request.headers, reportRequest(report.data, searchParams));
}
