import CPangoCairo

/// A writer of the glyph runs of one laid-out line, from which a reader gets the text back exactly.
///
/// It replaces Pango's own drawing: every cluster carries its text, one character for one glyph where the font allows,
/// runs are written in logical order, and a wrapped line ends with a real space.
///
/// Silent text, in pictures and page furniture, is visible and has an empty replacement text, so that readers do not
/// find it.
struct GlyphWriter {
  private struct Cluster {
    var bytes: Range<Int>
    var glyphs: Range<Int>
  }

  private let context: OpaquePointer
  private let text: UnsafeRawBufferPointer
  private let isSilent: Bool

  init(context: OpaquePointer, text: UnsafePointer<CChar>, isSilent: Bool) {
    self.context = context
    self.isSilent = isSilent
    var length = 0
    while text[length] != 0 { length += 1 }
    self.text = UnsafeRawBufferPointer(start: text, count: length)
  }

  func write(_ line: PangoLayoutLine, x: Double, baseline: Double, isLast: Bool, colour: (Int) -> InkColour) {
    let start = Int(line.start_index)
    var end = start + Int(line.length)
    while end > start, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var runs: [(item: PangoGlyphItem, x: Double)] = []
    var pen = x
    var node = line.runs
    while let run = node {
      if let item = run.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee {
        runs.append((item, pen))
        pen += Double(pango_glyph_string_get_width(item.glyphs)) / Double(PANGO_SCALE)
      }
      node = run.pointee.next
    }
    runs.sort { $0.item.item.pointee.offset < $1.item.item.pointee.offset }
    for (item, x) in runs {
      let colour = colour(Int(item.item.pointee.offset))
      cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
      write(item, x: x, baseline: baseline, limit: end)
    }
    if !isLast, !isSilent, end < start + Int(line.length), let last = runs.last, !last.item.isRightToLeft {
      let width = Double(pango_glyph_string_get_width(last.item.glyphs)) / Double(PANGO_SCALE)
      writeSpace(in: last.item, x: last.x + width, baseline: baseline)
    }
  }

  private func write(_ run: PangoGlyphItem, x: Double, baseline: Double, limit: Int) {
    let glyphs = run.glyphs.pointee
    guard glyphs.num_glyphs > 0, let font = run.scaledFont else { return }
    cairo_set_scaled_font(context, font)
    let baseline = (baseline * 8).rounded() / 8
    var positioned: [cairo_glyph_t?] = []
    positioned.reserveCapacity(Int(glyphs.num_glyphs))
    var pen = 0
    for index in 0..<Int(glyphs.num_glyphs) {
      let glyph = glyphs.glyphs[index]
      let (dx, dy) = (pen + Int(glyph.geometry.x_offset), Int(glyph.geometry.y_offset))
      // Pango's empty glyph and its boxes for unknown characters are not glyphs of the font.
      let isDrawn = glyph.glyph < 0x0FFF_FFFF
      positioned.append(
        isDrawn
          ? cairo_glyph_t(
            index: UInt(glyph.glyph), x: x + Double(dx) / Double(PANGO_SCALE),
            y: baseline + Double(dy) / Double(PANGO_SCALE)) : nil)
      pen += Int(glyph.geometry.width)
    }
    let drawn = positioned.compactMap(\.self)
    if isSilent { return writeSilently(drawn) }
    if drawn.count == positioned.count, isPlain(run, limit: limit) { return writePlainly(drawn, of: run) }
    writeClusters(of: run, positioned, x: x, baseline: baseline, limit: limit)
  }

  /// Writes a run cluster by cluster.
  ///
  /// - Parameter positioned: the glyphs of the run in visual order; nil for those that are not drawn.
  private func writeClusters(
    of run: PangoGlyphItem, _ positioned: [cairo_glyph_t?], x: Double, baseline: Double, limit: Int
  ) {
    let all = clusters(of: run)
    let visual = (run.isRightToLeft ? all : withMarksJoined(all)).filter { $0.bytes.lowerBound < limit }
    var written: [(start: Int, bytes: [UInt8], glyphs: [cairo_glyph_t], shapes: [cairo_text_cluster_t])] = []
    for cluster in visual {
      let bytes = visibleBytes(cluster.bytes.clamped(to: 0..<limit))
      var glyphs = positioned[cluster.glyphs].compactMap(\.self)
      if bytes.isEmpty, glyphs.isEmpty { continue }
      if glyphs.count > 1, !run.isRightToLeft, let space = space(of: run) {
        let end = x + run.width(upTo: cluster.glyphs.upperBound)
        glyphs.append(cairo_glyph_t(index: space.index, x: end - space.width, y: baseline))
      }
      let shapes = split(bytes, glyphs: glyphs.count, isRightToLeft: run.isRightToLeft)
      written.append((cluster.bytes.lowerBound, bytes, glyphs, shapes))
    }
    if written.isEmpty { return }
    let (glyphs, logical) = (written.flatMap(\.glyphs), written.sorted { $0.start < $1.start })
    let (letters, shapes) = (logical.flatMap(\.bytes), logical.flatMap(\.shapes))
    let flags: UInt32 = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD.rawValue : 0
    letters.withUnsafeBytes { bytes in
      cairo_show_text_glyphs(
        context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), glyphs,
        Int32(glyphs.count), shapes, Int32(shapes.count), cairo_text_cluster_flags_t(rawValue: flags))
    }
  }

  /// The glyph of a space and its width.
  ///
  /// A letter with a mark ends with a space that reaches back over it. Poppler takes the last glyph of a cluster for
  /// its end, and the glyph of a mark ends anywhere: without the space, words would break behind such a letter, or the
  /// space after it would be lost.
  private func space(of run: PangoGlyphItem) -> (index: UInt, width: Double)? {
    guard let font = run.scaledFont else { return nil }
    var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
    var count: Int32 = 0
    defer { cairo_glyph_free(glyphs) }
    guard
      cairo_scaled_font_text_to_glyphs(font, 0, 0, " ", 1, &glyphs, &count, nil, nil, nil) == CAIRO_STATUS_SUCCESS,
      count == 1, let glyph = glyphs?.pointee, glyph.index != 0
    else { return nil }
    var extents = cairo_text_extents_t()
    cairo_scaled_font_glyph_extents(font, glyphs, 1, &extents)
    return (UInt(glyph.index), extents.x_advance)
  }

  /// Whether each byte of the run has one glyph, in order, as in most Latin text.
  private func isPlain(_ run: PangoGlyphItem, limit: Int) -> Bool {
    let item = run.item.pointee
    let bytes = Int(item.offset)..<Int(item.offset + item.length)
    let glyphs = run.glyphs.pointee
    return !run.isRightToLeft && bytes.upperBound <= limit && Int(glyphs.num_glyphs) == bytes.count
      && text[bytes].allSatisfy { $0 < 0x80 }
      && bytes.indices.allSatisfy { glyphs.log_clusters[$0 - bytes.lowerBound] == $0 - bytes.lowerBound }
  }

  private func writePlainly(_ glyphs: [cairo_glyph_t], of run: PangoGlyphItem) {
    let start = text.baseAddress?.advanced(by: Int(run.item.pointee.offset)).assumingMemoryBound(to: CChar.self)
    let cluster = cairo_text_cluster_t(num_bytes: 1, num_glyphs: 1)
    let clusters = [cairo_text_cluster_t](repeating: cluster, count: glyphs.count)
    cairo_show_text_glyphs(
      context, start, Int32(glyphs.count), glyphs, Int32(glyphs.count), clusters, Int32(glyphs.count),
      cairo_text_cluster_flags_t(rawValue: 0))
  }

  /// Writes glyphs as one cluster of no bytes, to which Cairo gives an empty replacement text.
  private func writeSilently(_ glyphs: [cairo_glyph_t]) {
    if glyphs.isEmpty { return }
    var cluster = cairo_text_cluster_t(num_bytes: 0, num_glyphs: Int32(glyphs.count))
    cairo_show_text_glyphs(
      context, "", 0, glyphs, Int32(glyphs.count), &cluster, 1, cairo_text_cluster_flags_t(rawValue: 0))
  }

  /// Returns one cluster, or in right-to-left text two for a letter and its mark if each has a glyph. Cairo writes a
  /// cluster of several characters as replacement text, which readers may take for visual order and reverse.
  private func split(_ bytes: [UInt8], glyphs: Int, isRightToLeft: Bool) -> [cairo_text_cluster_t] {
    let characters = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard isRightToLeft, characters.count == 2, glyphs == 2 else {
      return [cairo_text_cluster_t(num_bytes: Int32(bytes.count), num_glyphs: Int32(glyphs))]
    }
    return characters.map { cairo_text_cluster_t(num_bytes: Int32(String($0).utf8.count), num_glyphs: 1) }
  }

  /// Returns the clusters of a run in visual order, each with the bytes of text that it represents.
  private func clusters(of run: PangoGlyphItem) -> [Cluster] {
    let glyphs = run.glyphs.pointee
    let offset = Int(run.item.pointee.offset)
    var clusters: [Cluster] = []
    var first = 0
    while first < Int(glyphs.num_glyphs) {
      let start = Int(glyphs.log_clusters[first])
      var next = first + 1
      while next < Int(glyphs.num_glyphs), Int(glyphs.log_clusters[next]) == start { next += 1 }
      clusters.append(Cluster(bytes: offset + start..<offset + start, glyphs: first..<next))
      first = next
    }
    var end = offset + Int(run.item.pointee.length)
    for index in clusters.indices.sorted(by: { clusters[$0].bytes.lowerBound > clusters[$1].bytes.lowerBound }) {
      clusters[index].bytes = clusters[index].bytes.lowerBound..<end
      end = clusters[index].bytes.lowerBound
    }
    return clusters
  }

  /// Joins the combining marks of Latin, Greek and Cyrillic to the letter before them. Poppler does not know that they
  /// have no width of their own: it would take them for letters of other words.
  private func withMarksJoined(_ clusters: [Cluster]) -> [Cluster] {
    clusters.reduce(into: []) { joined, cluster in
      let first = String(decoding: text[cluster.bytes], as: UTF8.self).unicodeScalars.first
      if let last = joined.indices.last, first?.isLatinMark == true {
        joined[last].bytes = joined[last].bytes.lowerBound..<cluster.bytes.upperBound
        joined[last].glyphs = joined[last].glyphs.lowerBound..<cluster.glyphs.upperBound
      } else {
        joined.append(cluster)
      }
    }
  }

  /// Returns the bytes without joiners, which have no glyph: with them, Cairo would write the cluster as replacement
  /// text.
  private func visibleBytes(_ range: Range<Int>) -> [UInt8] {
    let bytes = Array(text[range])
    guard bytes.contains(0xE2) else { return bytes }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return Array(String(String.UnicodeScalarView(scalars.filter { $0 != "\u{200C}" && $0 != "\u{200D}" })).utf8)
  }

  private func writeSpace(in run: PangoGlyphItem, x: Double, baseline: Double) {
    guard let space = space(of: run), let font = run.scaledFont else { return }
    cairo_set_scaled_font(context, font)
    var glyph = cairo_glyph_t(index: space.index, x: x, y: baseline)
    var cluster = cairo_text_cluster_t(num_bytes: 1, num_glyphs: 1)
    cairo_show_text_glyphs(context, " ", 1, &glyph, 1, &cluster, 1, cairo_text_cluster_flags_t(rawValue: 0))
  }
}

extension PangoGlyphItem {
  fileprivate var isRightToLeft: Bool { item.pointee.analysis.level & 1 == 1 }

  /// Returns the width of the glyphs before one of them, in points.
  fileprivate func width(upTo glyph: Int) -> Double {
    Double((0..<glyph).reduce(0) { $0 + Int(glyphs.pointee.glyphs[$1].geometry.width) }) / Double(PANGO_SCALE)
  }

  fileprivate var scaledFont: OpaquePointer? {
    pango_cairo_font_get_scaled_font(OpaquePointer(item.pointee.analysis.font))
  }
}
