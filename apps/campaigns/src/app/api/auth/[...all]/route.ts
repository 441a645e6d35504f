import { api } from '@/server/api';

const handle = async (request: Request) => (await api()).handleAuth(request);

export { handle as GET, handle as POST };
