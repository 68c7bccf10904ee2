import { z } from 'zod';
import { type Db, siteGate } from '../../shared/db/clients.ts';
import { type Certificate, certificateSchema } from './course-record.schema.ts';

/** What has been issued to who stands on a guest's booking; undefined when the link is of no booking. */
export async function visitorCertificates(db: Db, id: string, key: string): Promise<Certificate[] | undefined> {
  const { data, error } = await db.rpc('visitor_certificates', { p_gate: siteGate(), p_id: id, p_key: key });
  if (error?.code === '42501') return undefined;
  if (error) throw new Error(`visitor_certificates: ${error.code} ${error.message}`);
  return z.array(certificateSchema).parse(data);
}
