import type { APIRoute } from 'astro';
import { createProofChallenge } from '../../features/interest/proof.ts';

export const GET: APIRoute = async ({ url }) => {
  const draftId = url.searchParams.get('n') ?? '';
  if (!/^[0-9a-f-]{36}$/.test(draftId)) return new Response('Fel adress', { status: 400 });
  return Response.json(await createProofChallenge(draftId, new Date()));
};
