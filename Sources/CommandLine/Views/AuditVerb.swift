/// The audit's verbs in plain words: `intake.read` is "read the intake".
enum AuditVerb {
  private static let pastTenses = [
    "add": "added", "archive": "archived", "assign": "assigned", "correct": "corrected", "edit": "edited",
    "erase": "erased", "export": "exported", "merge": "merged", "read": "read", "restore": "restored",
    "share": "shared",
    "unmerge": "took apart again", "unshare": "ended the share of", "amend": "amended", "record": "recorded",
    "sign": "signed", "accept": "accepted", "acknowledge": "acknowledged a red flag of", "raise": "added red flags to",
    "return": "returned", "start": "took down", "submit": "sent", "create": "made", "revoke": "revoked",
    "close": "closed", "issue": "issued", "list": "listed", "pause": "paused", "resume": "resumed",
    "relink": "made another link to", "revise": "revised", "save": "saved",
    "delete": "deleted", "retire": "retired", "deactivate": "deactivated", "discard": "discarded",
  ]
  private static let whole = [
    "client.break_glass": "opened the client in an emergency", "client.open": "opened the client",
    "practice.open": "opened a list", "practice.find": "searched", "practice.expire": "removed what had expired",
    "practice.set": "changed the settings of the practice", "portrait.set": "changed the portrait",
    "practitioner.transfer": "handed clients over",
    "client.note": "wrote a note", "client.notes": "read the notes", "client.timeline": "read the timeline",
    "client.import": "imported the client", "client.arrive": "took the client over from another practice",
    "practice.import": "took the practice over from its archive", "client.hold": "put the client under a legal hold",
    "client.release": "lifted the legal hold",
    "audit.who": "asked who had looked", "change.undo": "took a change back",
    "evaluation.list": "listed the evaluations", "visit.list": "listed the visits",
    "checkin.list": "listed the check-ins", "checkin.read": "read the check-in",
    "checkin.submit": "told how it is going", "checkin.acknowledge": "acknowledged the check-in",
    "photo.link": "made a link for posture photos", "photo.save": "took a posture photo",
    "photo.read": "read the posture photos", "photo.end": "removed the posture photos",
    "photo.keep": "kept a posture photo",
    "plan.pause_item": "paused items of the plan", "intake.list": "listed the intakes",
    "plan.list": "listed the plans",
    "client.consents": "read the consents", "client.notices": "read the notices",
    "client.acknowledge": "read who had opened the client", "consent.withdraw": "recorded that consent was withdrawn",
    "consent.renew": "recorded that consent was renewed", "consent.override": "went on without consent",
    "invite.send": "sent the invite", "invite.remind": "reminded of the invite", "plan.send": "sent the plan",
    "message.hand_over": "handed a message over", "message.fail": "gave a message up",
    "message.cancel": "cancelled a message", "message.retry": "had a message sent again",
    "message.bounce": "noted that a message came back",
    "practitioner.notify": "changed where they are told that something needs them",
    "wish.save": "told a wish", "wish.done": "did what the client wished",
    "content.reviewed": "named the content's reviewer", "intake.submit_later": "sent a later form of the same link",
  ]

  static func words(_ verb: String) -> String {
    if let words = whole[verb] { return words }
    let parts = verb.split(separator: ".").map(String.init)
    guard parts.count == 2, let pastTense = pastTenses[parts[1]] else { return verb }
    return "\(pastTense) the \(parts[0])"
  }
}
