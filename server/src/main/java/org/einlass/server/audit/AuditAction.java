package org.einlass.server.audit;

/** What people and programs do that somebody may ask about later. */
public enum AuditAction {
    SIGNED_IN,
    /** Wrong passwords were tried until further attempts had to wait. */
    SIGN_IN_SLOWED,
    SIGNED_OUT,
    LOGINS_ENDED,
    PASSWORD_CHOSEN,
    SECOND_FACTOR_SET,
    SECOND_FACTOR_REMOVED,
    PERSON_ADDED,
    PERSON_INVITED,
    ROLES_SET,
    PERSON_BLOCKED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    EVENT_CHANGED,
    LIST_IMPORTED,
    IMPORT_UNDONE,
    /** A one-time code for a device was made; the subject is the device's id. */
    ENROLMENT_CODE_MADE,
    /** A device redeemed its code, and waits for somebody to compare the short codes. */
    ENROLMENT_REDEEMED,
    /** A waiting device was rejected, or a code withdrawn. */
    ENROLMENT_REJECTED,
    DEVICE_ENROLLED,
    /** A device proved its key with a token that was used up long ago: a copied or restored disk. */
    DEVICE_CLONED,
    /** The server was restored, and somebody said that the device may go on; the subject is the device. */
    DEVICE_CONFIRMED,
    /** An enrolled device got other doors; the subject is the device. */
    DOORS_ASSIGNED,
    /** A helper's badge was made; the subject is the helper's id. */
    HELPER_ADDED,
    HELPER_ENDED,
    /** A device bars a helper's badge for a while, after wrong PINs. */
    HELPER_LOCKED,
    DEVICE_REVOKED,
    /** A desk's counter was to be opened or closed; the subject is the desk. */
    COUNTER_ORDERED,
    /** The team at a device was told something; the subject is the device. */
    DEVICE_MESSAGED,
    /** It is told nothing any more; the subject is the device. */
    DEVICE_MESSAGE_TAKEN_BACK,
    WIPE_ORDERED,
    /** A device said what it destroyed; the subject is the device. */
    DEVICE_WIPED,
    /** An entry that had become no fact was made one; the subject is the device and the entry's content. */
    ENTRY_RELEASED,
    ENTRY_DISMISSED,
    /** Something to clarify was settled; the subject is its id. */
    CONFLICT_SETTLED,
    DEVICE_EXCLUDED,
    DEVICE_INCLUDED,
    /** How much a device may report was said; the subject is the device. */
    QUOTA_SET,
    /** What a device has reported no longer counts against its quota. */
    QUOTA_RELEASED,
    /** Nothing is taken of a device any more. */
    DEVICE_BLOCKED,
    DEVICE_UNBLOCKED,
    /** A page of the registrations was read; the subject is the cursor it began behind. */
    REGISTRATIONS_READ,
    TICKET_READ,
    /** One registration was read; the subject is its id. */
    REGISTRATION_READ,
    /** Somebody who came without a registration was registered. */
    WALK_IN_REGISTERED,
    REGISTRATION_CHANGED,
    TICKET_CODE_REISSUED,
    /** Somebody comes instead of somebody else; each of the two has a line. */
    REGISTRATION_SUBSTITUTED,
    /** A registration was deleted, or the substitution undone that made it; the subject is its id. */
    REGISTRATION_DELETED,
    /** Somebody searched; what for is nowhere. */
    REGISTRATIONS_SEARCHED,
    /** A file was made of people or numbers; the subject is its name. */
    EXPORTED,
    /** Figures were published for the press; the subject is the publication's number. */
    PRESS_PUBLISHED,
    /** Text or pictures of certificates of attendance were changed; the subject says which. */
    CERTIFICATES_DESIGNED,
    /** Somebody consented that their sessions stand on their certificate; the subject is the registration. */
    SESSION_CONSENT_NOTED,
    SESSION_CONSENT_WITHDRAWN,
    /** A badge layout was changed; the subject is its format and category. */
    BADGE_LAYOUT_CHANGED,
    /** Names were divided among boxes; the subject is into how many. */
    BADGE_BOXES_DIVIDED,
    /** Badges were printed before their people came; the subject is the run's number. */
    BADGES_PRINTED,
    /** Badges were taken out of their boxes; the subject is how many. */
    BADGES_PULLED,
    /** All that named one person was erased; the subject is the id of the registration. */
    REGISTRATION_ERASED,
    /** All people of an event were erased. */
    EVENT_ERASED,
    /** What is kept of one person was put together for them; the subject is the id of the registration. */
    REGISTRATION_DISCLOSED,
    /** The day on which all people of an event are erased was set; the subject is the day. */
    RETENTION_SET,
    /** Somebody was let in by hand at the console; the subject is the registration. */
    LET_IN,
    /** That was a mistake; the subject is the entry. */
    LET_IN_UNDONE,
    /** Under which number somebody is reached was noted; the subject is the registration. */
    PHONE_NOTED,
    /** That somebody accompanies a guest, or no longer does; the subject is the registration. */
    COMPANY_NOTED,
    /** The figures of an event were frozen when it was closed. */
    FIGURES_FROZEN,
    /** A link to the page of one room was made; the subject is the room and the link. */
    ROOM_LINK_MADE,
    ROOM_LINK_REVOKED,
    /** A backup was made; the subject is the name of its file. */
    BACKUP_MADE,
    /** The server began on data that were restored; the subject is when the backup was made. */
    RESTORED
}
