/** GET /api/panel/progress?year=: one professional's year (F05, X41). Hours are numbers with at most one decimal. */
export interface Progress {
  year: number;
  /** Credited so far: approved at every level. */
  generalHours: number;
  specialtyHours: number;
  /** Still on its way through the offices. */
  pendingHours: number;
  requiredGeneral: number;
  requiredSpecialty: number;
  passed: boolean;
  /** Days until declarations of the year close; negative when they have, null when no window is set. */
  daysLeft: number | null;
  /** Last day of declaration, `YYYY-MM-DD`. */
  closesOn: string | null;
  /** Number of the valid certificate of the year, when there is one. */
  certificateNumber: string | null;
  /** The code printed on it: the verification page shows everything only with it. */
  verificationCode: string | null;
  /** Remarks for a person, e.g. `生育减免 4 个月`. */
  flags: string[];
  byForm: { form: string; name: string; hours: number }[];
}
