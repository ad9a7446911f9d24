/// What a check-in asks of the therapist, beside the red flags that it raises.
package enum FollowUpAdvice: Sendable, Hashable {
  /// The client said that something worries them, and has not said what.
  case worry
  case stopSign
  /// These items hurt a lot.
  case hurts([HomeCareItem.ID])
  /// A new medicine or illness, in the client's words if they gave any.
  case newMedicine(String?)
  /// Worse than at the start, or pain that rose since the last time.
  case worse(pain: PainChange?, change: Int?)
  case seePhysician(worseTimes: Int)
  case noGain(weeks: Int)
  case good(keepItems: Int)
  case lowAdherence(days: Int, keepItems: Int)

  package struct PainChange: Sendable, Hashable {
    package let from: Double
    package let to: Double

    package init(from: Double, to: Double) {
      self.from = from
      self.to = to
    }
  }
}

/// The answers of one check-in with their day.
package struct CheckInAnswer: Sendable {
  package let day: CalendarDate
  package let kind: CheckInForm.Kind
  package let answers: Answers

  package init(day: CalendarDate, kind: CheckInForm.Kind, answers: Answers) {
    self.day = day
    self.kind = kind
    self.answers = answers
  }
}

extension ContentPack {
  /// Returns what the last of the check-ins of a plan asks of the therapist.
  ///
  /// - Parameters:
  ///   - course: the check-ins since the plan was issued, oldest first.
  ///   - baseline: the answers of the intake that the plan was made from.
  package func advice(
    on course: [CheckInAnswer], baseline: Answers, issuedOn: CalendarDate
  ) -> [FollowUpAdvice] {
    guard let last = course.last else { return [] }
    var advice: [FollowUpAdvice] = []
    if last.answers.saysYes("checkin.worry") { advice.append(.worry) }
    if last.answers.saysYes("checkin.stop_sign") { advice.append(.stopSign) }
    if !last.answers.hurtingItems.isEmpty { advice.append(.hurts(last.answers.hurtingItems)) }
    let medicine = last.answers.newMedicine
    if medicine.isTold { advice.append(.newMedicine(medicine.words)) }
    guard let rules = checkIn.rules, last.kind != .worry else { return advice }
    let told = course.filter { $0.kind != .worry }
    let worse = told.indices.map { worsening(told, at: $0, rules) }
    if let now = worse.last ?? nil { advice.append(now) }
    let times = worse.reversed().prefix { $0 != nil }.count
    if times >= rules.worseInARow { advice.append(.seePhysician(worseTimes: times)) }
    advice += gain(in: told, baseline, issuedOn, rules)
    if let days = last.answers.daysDone, Double(days) * 100 / 7 < rules.adherencePercent {
      advice.append(.lowAdherence(days: days, keepItems: rules.adherenceItems))
    }
    return advice
  }

  /// Returns whether a check-in is worse than the start or than the one before it.
  private func worsening(_ told: [CheckInAnswer], at place: Int, _ rules: FollowUpRules) -> FollowUpAdvice? {
    let answers = told[place].answers
    let change = answers.change(in: checkIn).flatMap { $0 <= rules.worseChange ? $0 : nil }
    let before = told[..<place].last { pain($0.answers) != nil }.flatMap { pain($0.answers) }
    var rise: FollowUpAdvice.PainChange?
    if let before, let now = pain(answers), now - before >= rules.worseRise { rise = .init(from: before, to: now) }
    return change == nil && rise == nil ? nil : .worse(pain: rise, change: change)
  }

  private func gain(
    in told: [CheckInAnswer], _ baseline: Answers, _ issuedOn: CalendarDate, _ rules: FollowUpRules
  ) -> [FollowUpAdvice] {
    guard let last = told.last, last.kind == .full else { return [] }
    let fuller = told.filter { $0.kind == .full }
    let isBetter = ["om.nrs_avg7", "om.psfs"].map { name in
      change(of: OutcomeMeasure.ID(rawValue: name), baseline, last) == .better
    }
    let weeks = issuedOn.days(to: last.day) / 7
    if !isBetter.contains(true), fuller.count >= rules.noGainCheckIns || weeks >= rules.noGainWeeks {
      return [.noGain(weeks: weeks)]
    }
    let recent = fuller.suffix(rules.goodTimes).map { $0.answers.change(in: checkIn) ?? 0 }
    if isBetter[0], recent.count == rules.goodTimes, recent.allSatisfy({ $0 >= rules.goodChange }) {
      return [.good(keepItems: rules.goodItems)]
    }
    return []
  }

  private func pain(_ answers: Answers) -> Double? {
    measures.first { $0.id == "om.nrs_avg7" }.flatMap { value(of: $0, in: answers) }
  }

  private func change(of id: OutcomeMeasure.ID, _ baseline: Answers, _ last: CheckInAnswer) -> OutcomeChange? {
    guard let measure = measures.first(where: { $0.id == id }), let first = value(of: measure, in: baseline),
      let now = value(of: measure, in: last.answers)
    else { return nil }
    return measure.change(from: first, to: now)
  }
}

extension FollowUpRules {
  /// Returns the form that a client is shown: the fuller one from the day on which one of its weeks is over until it was
  /// answered.
  ///
  /// - Parameter lastFull: the day on which the fuller form was answered last.
  package func form(on today: CalendarDate, issuedOn: CalendarDate, lastFull: CalendarDate?) -> CheckInForm.Kind {
    let passed = issuedOn.days(to: today)
    guard let week = fullWeeks.filter({ $0 * 7 <= passed }).max() else { return .weekly }
    guard let lastFull else { return .full }
    return issuedOn.days(to: lastFull) < week * 7 ? .full : .weekly
  }
}
