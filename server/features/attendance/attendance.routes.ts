import type { FastifyInstance } from 'fastify';
import { checkIn, checkInMany, checkOut, markLeave, markLeaveMany, undoCheckIn, undoCheckIns } from '#shared/contract/roll.ts';
import type { Deps } from '../../deps.ts';
import { serve } from '../../serve.ts';
import * as service from './attendance.service.ts';

/** Attendance (签到). */
export function attendanceRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, checkIn, ({ caller, body }) => service.checkInByNumber(db, caller, body.number));
  serve(app, checkInMany, ({ caller, body }) => service.checkInMany(db, caller, body.numbers));
  serve(app, checkOut, ({ caller, params }) => service.checkOutDelegate(db, caller, params.delegateId));
  serve(app, undoCheckIn, ({ caller, params }) => service.undoDelegate(db, caller, params.delegateId));
  serve(app, undoCheckIns, ({ caller, body }) => service.undoMany(db, caller, body.numbers));
  serve(app, markLeave, ({ caller, params, body }) => service.markLeave(db, caller, params.delegateId, body.leave));
  serve(app, markLeaveMany, ({ caller, body }) => service.markLeaveOfMany(db, caller, body.numbers, body.leave));
}
