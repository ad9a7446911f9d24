import Typesetting

extension PageLayout {
  func letterhead(_ name: String, _ contact: String?) -> [Piece] {
    var pieces = [box(paragraph(name, theme.style(13, 17, .black, theme.accent), width: width), x: x)]
    if let contact { pieces.append(box(paragraph(contact, theme.small, width: width), x: x)) }
    pieces.append(
      .box(height: 9) { [x, width, theme] canvas, y in
        canvas.line([Point(x, y + 7), Point(x + width, y + 7)], colour: theme.accent, width: 1.2)
      })
    return pieces
  }

  func title(_ title: String, _ subtitle: String, _ address: String?) -> [Piece] {
    let side = 96.0
    let room = address == nil ? width : width - side - 18
    var pieces: [Piece] = [.gap(8 * scale)]
    if let code = address.flatMap(QRCode.init) {
      let origin = x + width - side + 10
      pieces.append(
        .box(height: 0) { [words] canvas, y in
          canvas.figure(words.qrCode, x: origin, y: y - 8, width: side, height: side) {
            code.draw(on: canvas, x: origin, y: y - 8, side: side)
          }
        })
    }
    return pieces + [
      .bookmark(title, level: 1),
      box(paragraph(title, theme.display(26, 31), width: room), x: x, tag: .heading1),
      .gap(2), box(paragraph(subtitle, theme.style(15, 21, .bold), width: room), x: x),
    ]
  }

  /// Returns pairs of a label and a value: short ones side by side where they are few, others each on a line of its own.
  func openingFacts(_ facts: [Handout.Fact]) -> Piece {
    let room = width - Self.roomForCode
    guard facts.count <= Self.fewFacts else { return self.facts(facts) }
    var rows: [Piece] = []
    var short: [Handout.Fact] = []
    for fact in facts {
      let needed = [(fact.label, factLabel), (fact.value, factValue)].reduce(4 * scale) {
        $0 + paragraph($1.0, $1.1, width: nil).naturalWidth
      }
      if fact.address == nil, needed <= room {
        short.append(fact)
      } else {
        rows += packedFacts(short, room) + [row(of: fact, room)]
        short = []
      }
    }
    return .group(.table, rows + packedFacts(short, room))
  }

  private func packedFacts(_ facts: [Handout.Fact], _ room: Double) -> [Piece] {
    facts.isEmpty
      ? [] : packed(facts, (label: factLabel, value: factValue), x: x, room: room, tags: (.row, .header, .cell))
  }

  /// Returns pairs of a label and a value, one on each line.
  /// - Parameter room: the width they have; by default that of the page, less the room for a code where they are few.
  func facts(_ facts: [Handout.Fact], room: Double? = nil) -> Piece {
    let room = room ?? (facts.count > 6 ? width : width - Self.roomForCode)
    return .group(.table, facts.map { row(of: $0, room) })
  }

  /// The room beside the title for the QR code.
  private static let roomForCode = 110.0
  private static let fewFacts = 4
  private var factLabel: TextStyle { theme.style(10, 15.5, .regular, theme.muted) }
  private var factValue: TextStyle { theme.style(10.5, 15.5, .bold) }

  private func row(of fact: Handout.Fact, _ room: Double) -> Piece {
    let label = paragraph(fact.label, factLabel, width: nil)
    let gap = label.naturalWidth + 4 * scale
    var style = factValue
    if fact.address != nil { style.colour = theme.accent }
    let value = paragraph(fact.value, style, width: room - gap)
    let head: (Canvas, Double) -> Void = { [x] canvas, y in
      canvas.tag(.header) { canvas.draw(label, x: x, y: y + value.firstBaseline - label.firstBaseline) }
    }
    guard let address = fact.address else {
      return .group(.row, [beside(head), box(value, x: x + gap, tag: .cell)])
    }
    return .box(height: value.height) { [x] canvas, y in
      canvas.tag(.row) {
        head(canvas, y)
        canvas.tag(.cell) {
          canvas.link(address, description: "\(fact.label): \(fact.value)") {
            canvas.draw(value, x: x + gap, y: y)
          }
        }
      }
    }
  }

  func lead(_ text: String) -> [Piece] {
    let inset = 14 * scale
    let sentence = paragraph(text, theme.style(12.5, 17), width: width - 2 * inset - 4)
    return [
      .gap(8),
      .group(
        kept: true, [.gap(5 * scale), box(sentence, x: x + inset + 4), .gap(5 * scale)],
        background: { [x, width, theme] canvas, y, height in
          canvas.rectangle(x: x, y: y, width: width, height: height, radius: 5, fill: theme.tint)
          canvas.rectangle(x: x, y: y, width: 4, height: height, radius: 2, fill: theme.accent)
        }),
    ]
  }

  func heading(_ title: String) -> [Piece] {
    [
      .bookmark(title, level: 1), .gap(13 * scale * fit.space),
      box(paragraph(title, theme.display(16.5, 21), width: width), x: x, tag: .heading2),
      .gap(3 * scale),
    ]
  }
}
