import 'reflect-metadata';
import { beforeAll, expect, it } from '@jest/globals';
import { MODULES } from '../../api/src/app.ts';
import { discover } from '../../api/src/platform/discovery.ts';
import { allShapes } from '../../api/src/platform/reads/shape.ts';

/**
 * Fields that whoever sees the row may read, named one by one: a field that is declared without a condition fails here until
 * somebody has thought about whom it is shown to and written it down.
 */
const OPEN: Readonly<Record<string, string>> = {
  Order: `id number state version round urgency needKind audience channel onBehalf wishAt publishConsent contactConsent
    plannedStart plannedFinish unclaimedAt proposedAt releaseCount reworkCount extendTo suspendedUntil serial closing dueAt yellowAt
    enteredAt createdAt submittedAt clearedAt stateLabel light category street community unit mergedOrders master meetings resolution`,
  OrderShare: 'part state invitedAt answeredAt unit',
  OrderRating: 'round satisfied relayed score text at',
  OrderEvaluation: 'round grade text at',
  OrderOffer: 'offeredAt deliveredAt unit',
  OrderPartner: 'unit',
  JointMeeting: `id state version kind year ordinal title place startsAt endsAt quorumPercent topicsUntil noticeBy replyBy lockedAt postponedCount
    openedAt adjournedAt quorumReached minutesNumber issuedAt enteredAt createdAt dueAt yellowAt stateLabel light alliance convener quorum viewerReply
    minutes calendarUrl resolutions`,
  MeetingTopic: `id position title about minutes source proposerUnit order need onAgenda setAside withdrawnAt outcome outcomeText votesFor votesAgainst
    votesAbstained dissent recordedAt votes`,
  MeetingVoteCast: 'unit vote dissent at',
  MeetingAttendee:
    'unit entitled reply replyReason substituteName mandate repliedAt previousReply checkedInAt presentName signedFor late',
  MeetingQuorum: 'entitled attending substituted onLeave unanswered present needed reached',
  AllianceCadence: 'alliance perYear lastHeldOn due behind thisQuarter',
  Resolution: `id state stateLabel version round ordinal text deliverable dueOn reportedAt extendCount reworkCount overdueAt serial circular
    dispatchedAt acceptedAt finishedAt checkedAt clearedAt enteredAt createdAt dueAt yellowAt light alliance meeting leadUnit coUnits order project
    clearedMeeting supersededBy`,
  CaseClosing: 'round serial result evidence noticeGiven noNoticeReason at',
  MeetingMinutes: 'issued wordUrl',
  MinutesVersion: 'n basedOn merges branch at by sections changes',
  MinutesSection: 'key heading text',
  MinutesChange: 'key heading before after',
  MinutesSignature: 'n kind label wording at settledHow settledAt unit by',
  MinutesErratum: 'k text at',
  IssuedMinutes: 'number year seq n digest at',
  PublishedSection: 'key heading text public',
  CaseEvent: 'id action from to at clocks label role unit',
  InboxItem: 'id kind kindLabel noun nounLabel subjectId action label dutyLabel headline at readAt',
  File: 'id url thumbnailUrl purpose publishConsent width height createdAt',
  Division: 'code level name label parent children path partyOrganisation alliance bodies',
  Official: 'id name offices posts',
  OfficialPost: 'id role roleLabel scope scopeName startsAt endsAt',
  ServiceCategory: 'code name groupName about active position limits',
  Unit: 'id name shortName kind state division capabilities areas alliances agreements resourceOffers bodies seatHolders projects projectsThisYear',
  Alliance: 'id name ledBy division members agreements resourceOffers needs projects meetings cadence',
  ResourceOffer: `id state stateLabel status version unit kind category title about conditions amount measure exclusive parts partsInUse
    division street hours keptCount endedCount verifiedAt enteredAt createdAt bookings`,
  OfferHours: 'weekday opensAt closesAt',
  Booking: 'id state stateLabel version startsAt endsAt parts offer offeringUnit',
  Need: `id state stateLabel version ownerKind kind title about amount measure urgency wantedFrom wantedUntil privacy result createdAt publishedAt
    fulfilledAt enteredAt dueAt yellowAt light category street community unit giver`,
  NeedCandidate: 'score reasons offer unit',
  NeedMatch: 'score reasons unit offer booking order at endedAt',
  Project: `id state stateLabel version round title goal measures dueOn beneficiaries served result serial pausedUntil extendCount reworkCount
    claimedAt deliveredAt appraisedAt clearedAt createdAt enteredAt dueAt yellowAt light street community unit proposer needs offers milestones resolution`,
  ProjectMilestone: 'id title dueOn doneOn note',
  ProjectVoice: 'round satisfied asked pleased relayed text at',
  AllianceMember: 'unit since until agreement',
  Agreement:
    'id state stateLabel version title alliance unit street community startsOn endsOn activeAt endedAt enteredAt createdAt light',
  AgreementVersion: 'n side note at startsOn endsOn clauses changes',
  AgreementSignature: 'revision paper side n startsOn endsOn post at',
  AgreementStatement: 'round side items remark at',
  AgreementReview: 'round verdict remark at',
  Body: 'id kind name termEndsOn foundedAt division unit community seats members',
  BodyMember: 'name kind direction acting since until seat body homeUnit',
  Seat: 'id direction kind source duties openedAt closedAt body community holder',
  Appointment: `id state version direction kind title termNo endsOn startsOn startsAt endsAt endedBy documentNumber noticePlace noticeUntil
    leaveUntil dueAt yellowAt enteredAt createdAt stateLabel light personName actingName seat body homeUnit unit community street previous
    successor`,
  AppointmentRecord: 'id kind heldOn topics refersTo recordedBy at',
  AppointmentReview: 'year side score text reviewer at',
  AppointmentObjection: 'id text at upheld finding settledAt',
};

beforeAll(async () => void (await discover(MODULES)));

it('every field that is shown to whoever sees the row is one that was meant to be', () => {
  const found = allShapes().map(({ name, fields }) => [
    name,
    [...fields].filter(([, { conditions }]) => conditions.length === 0).map(([field]) => field).toSorted(),
  ]); // prettier-ignore
  const meant = Object.entries(OPEN).map(([name, fields]) => [name, fields.split(/\s+/).toSorted()]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(meant));
});
