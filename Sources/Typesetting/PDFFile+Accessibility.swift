extension PDFFile {
  /// Adds what PDF/UA-1 (ISO 14289-1) asks for and Cairo 1.16 cannot write: the language of the document, the display
  /// of its title, XMP, alternative text and place of figures, descriptions of links, scopes of table headers, artifact
  /// marks on page furniture, glyph maps of TrueType fonts, and a file identifier.
  ///
  /// - Parameters:
  ///   - figures: what to say of each figure, in reading order.
  ///   - linkDescriptions: what to say of each link, in reading order.
  consuming func finished(_ metadata: Metadata, figures: [TaggedFigure], linkDescriptions: [String]) throws -> [UInt8] {
    var figures = figures[...]
    var descriptions = linkDescriptions[...]
    for id in objects.keys.sorted() {
      guard let object = objects[id] else { continue }
      if object.starts(with: "<< /Type /StructElem".utf8) {
        if object.mentions("/S /Figure\n"), let figure = figures.popFirst() {
          insert("/Alt \(Self.textString(figure.alternative)) /A << /O /Layout \(figure.boundingBox) >>", into: id)
        } else if object.mentions("/S /TH\n") {
          insert("/A << /O /Table /Scope /\(isRowHeader(object) ? "Row" : "Column") >>", into: id)
        }
      } else if object.starts(with: "<< /Type /Annot".utf8), object.mentions("/Subtype /Link") {
        insert("/F 4 /Contents \(Self.textString(descriptions.popFirst() ?? ""))", into: id)
      } else if object.starts(with: "<< /Type /Font\n".utf8), object.mentions("/Subtype /CIDFontType2\n") {
        // In Cairo's subsets a character has the number of its glyph; ISO 14289-1, 7.21.3.2 wants this to be said.
        insert("/CIDToGIDMap /Identity", into: id)
      } else if object.starts(with: "<< /Type /Page ".utf8), let content = object.number(after: "/Contents ") {
        insert("/Tabs /S", into: id)
        try markArtifacts(inStream: content)
      }
    }
    guard figures.isEmpty else { throw PDF.Failure(description: "a figure was drawn but not tagged") }
    addMetadata(metadata)
    return written()
  }

  private mutating func addMetadata(_ metadata: Metadata) {
    let packet = Array(XMPPacket.text(of: metadata).utf8)
    let id = (objects.keys.max() ?? 0) + 1
    objects[id] =
      Array("<< /Type /Metadata /Subtype /XML /Length \(packet.count) >>\nstream\n".utf8) + packet
      + Array("\nendstream".utf8)
    insert(
      "/Lang \(Self.textString(metadata.language)) /ViewerPreferences << /DisplayDocTitle true >> /Metadata \(id) 0 R",
      into: root)
    // Cairo 1.16 leaves out the "D:" before a date, which ISO 32000-1, 7.9.4 asks for.
    for key in ["/CreationDate (", "/ModDate ("] {
      guard let position = objects[information]?.position(of: key) else { continue }
      let value = position + key.utf8.count
      if objects[information]?[value] != UInt8(ascii: "D") {
        objects[information]?.insert(contentsOf: "D:".utf8, at: value)
      }
    }
  }

  /// Inserts entries right after the first `<<` of an object.
  private mutating func insert(_ entries: String, into id: Int) {
    objects[id]?.insert(contentsOf: "\n   \(entries)".utf8, at: 2)
  }

  /// Whether a header cell belongs to its row, which is so when data cells stand beside it.
  private func isRowHeader(_ header: [UInt8]) -> Bool {
    guard let row = header.number(after: "/P ").flatMap({ objects[$0] }), let start = row.position(of: "/K ") else {
      return false
    }
    let numbers = row[start...].split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return numbers.compactMap(\.leadingNumber).contains { objects[$0]?.mentions("/S /TD\n") ?? false }
  }

  private mutating func markArtifacts(inStream id: Int) throws {
    guard let content = content(of: id) else {
      throw PDF.Failure(description: "a page's content is not as Cairo writes it")
    }
    let packed = Deflate.pack(ContentStream(content).withArtifactsMarked())
    objects[id] =
      Array("<< /Length \(packed.count)\n   /Filter /FlateDecode\n>>\nstream\n".utf8) + packed
      + Array("\nendstream".utf8)
  }

  /// Returns a PDF text string: UTF-16BE in hexadecimal.
  private static func textString(_ text: String) -> String {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "<FEFF\(units.joined())>"
  }
}

extension TaggedFigure {
  /// The BBox entry (ISO 32000-1, 14.8.5.4.3), rounded outwards to whole points.
  fileprivate var boundingBox: String {
    let corners = [left.rounded(.down), bottom.rounded(.down), right.rounded(.up), top.rounded(.up)]
    return "/BBox [\(corners.map { String(Int($0)) }.joined(separator: " "))]"
  }
}

extension [UInt8] {
  fileprivate func mentions(_ entry: String) -> Bool { position(of: entry, in: 400) != nil }
}
