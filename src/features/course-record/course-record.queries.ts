import type { Db } from '../../shared/db/clients.ts';
import { type Certificate, type CourseRecord, certificateSchema, courseRecordSchema } from './course-record.schema.ts';

/** The signed-in adult's courses and certificates. Throws when the database cannot be reached. */
export async function myCourseRecord(db: Db): Promise<CourseRecord> {
  const { data, error } = await db.rpc('my_course_record');
  if (error) throw new Error(`my_course_record: ${error.code} ${error.message}`);
  return courseRecordSchema.parse(data);
}

/** One of the adult's own certificates that stands; undefined when the code is of none. */
export async function myCertificate(db: Db, code: string): Promise<Certificate | undefined> {
  const { data, error } = await db.rpc('my_certificate', { p_code: code });
  if (error) throw new Error(`my_certificate: ${error.code} ${error.message}`);
  return certificateSchema.nullable().parse(data) ?? undefined;
}
