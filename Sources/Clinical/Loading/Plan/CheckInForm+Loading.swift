import JSON

extension CheckInForm {
  init(_ outcomes: Fields, _ vocabulary: Vocabulary) {
    entries = outcomes.objects("checkin").map { Entry($0, vocabulary) }
    rules = FollowUpRules(outcomes.objects("rules"))
  }
}

extension CheckInForm.Entry {
  fileprivate init(_ fields: Fields, _ vocabulary: Vocabulary) {
    // Content of before the check-ins does not say in which form a question is asked: in none.
    asked = fields.optionalTexts("asked").compactMap { name in
      let kind = CheckInForm.Kind(rawValue: name)
      if kind == nil { fields.fault("asked", "names no form: weekly, full or worry") }
      return kind
    }
    activity = fields["activity"] == nil ? nil : vocabulary.questions.identifier("activity", in: fields)
    question = Question(checkIn: fields)
    guard question.kind == .multi else {
      raises = [:]
      return
    }
    let pairs = fields.objects("choices").compactMap { choice -> (Question.Choice.ID, RedFlag.ID)? in
      guard choice["raises"]?.string?.isEmpty == false else { return nil }
      return (.init(rawValue: choice.id), vocabulary.redFlags.identifier("raises", in: choice))
    }
    raises = Dictionary(pairs) { _, last in last }
  }
}

extension FollowUpRules {
  /// Returns nil unless every rule has its numbers, as in content of before the check-ins.
  fileprivate init?(_ rules: [Fields]) {
    let numbers = Dictionary(rules.map { ($0.id, $0["numbers"]) }) { _, last in last }
    func number(_ rule: String, _ name: String) -> Double? { numbers[rule]??[name]?.number }
    func count(_ rule: String, _ name: String) -> Int? { number(rule, name).map { Int($0) } }
    guard let weeks = numbers["fu.schedule"]??["weeks"]?.array?.compactMap(\.integer),
      let worseChange = count("fu.worse", "change"), let worseRise = number("fu.worse", "rise"),
      let worseInARow = count("fu.worse", "in_a_row"), let noGainCheckIns = count("fu.no_gain", "checkins"),
      let noGainWeeks = count("fu.no_gain", "weeks"), let goodChange = count("fu.good", "change"),
      let goodTimes = count("fu.good", "times"), let goodItems = count("fu.good", "items"),
      let percent = number("fu.adherence", "percent"), let kept = count("fu.adherence", "items")
    else { return nil }
    self.init(
      fullWeeks: weeks, worseChange: worseChange, worseRise: worseRise, worseInARow: worseInARow,
      noGainCheckIns: noGainCheckIns, noGainWeeks: noGainWeeks, goodChange: goodChange, goodTimes: goodTimes,
      goodItems: goodItems, adherencePercent: percent, adherenceItems: kept)
  }
}
