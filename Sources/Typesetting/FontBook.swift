import CPangoCairo
import Synchronization

/// The fonts of the typesetter: named families in a fixed order of fallback, in a fontconfig of their own.
///
/// The font settings of the machine are ignored, so the same document gives the same bytes wherever these fonts are
/// installed.
final class FontBook {
  private static let gate = Mutex(())
  /// The one book of the process, used only while the gate is locked.
  nonisolated(unsafe) private static let shared = FontBook()

  /// Calls `body` with the one book of the process, behind one lock. Cairo 1.16 shares FreeType faces between threads
  /// without locking them: two renderings at once crash now and then, even with separate font maps.
  static func borrow<Result, Failure>(_ body: (FontBook) throws(Failure) -> Result) throws(Failure) -> Result {
    try gate.withLock { _ throws(Failure) in try body(shared) }
  }

  let context: OpaquePointer
  var paragraphs = Cache<Paragraph.Key, Paragraph>(size: 400)
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let configuration: OpaquePointer

  private init() {
    guard let configuration = FcConfigCreate(), let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT),
      let context = pango_font_map_create_context(map)
    else { preconditionFailure("Pango was built without FreeType fonts") }
    Self.settings.withCString { text in
      text.withMemoryRebound(to: FcChar8.self, capacity: Self.settings.utf8.count + 1) {
        _ = FcConfigParseAndLoadFromMemory(configuration, $0, FcBool(1))
      }
    }
    FcConfigBuildFonts(configuration)
    let pointer = OpaquePointer(map)
    pango_fc_font_map_set_config(pointer, configuration)
    // One unit is one point. Without hinting and with exact positions, glyphs look the same at any zoom.
    pango_cairo_font_map_set_resolution(pointer, 72)
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    self.configuration = configuration
    self.map = map
    self.context = context
  }

  /// Font families in order of preference. Arabic is set in Naskh, because lam-alef is one glyph in Noto Sans Arabic
  /// and is read back reversed. Emoji are set in Symbola, because colour glyphs become pictures without text.
  private static let families = [
    "Lato", "Noto Sans", "Noto Naskh Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai",
    "Noto Sans CJK SC", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math", "Symbola",
  ]

  /// The family for letters with combining marks. Lato has no anchors for marks, so they would stand beside the letter.
  static let anchored = "Noto Sans"

  /// The rule of fontconfig that tries a family first and then all the others in their order.
  private static func preferring(_ family: String) -> String {
    let families = [family] + families.filter { $0 != family }
    return """
      <match target="pattern"><test name="family" qual="first"><string>\(family)</string></test>
      <edit name="family" mode="assign" binding="strong">\(families.map { "<string>\($0)</string>" }.joined())</edit></match>
      """
  }

  /// The fontconfig of the book. Its folders are those of Debian's fonts-lato, fonts-noto-core, fonts-noto-cjk and
  /// fonts-symbola.
  private static let settings = """
    <?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'>
    <fontconfig>
      <dir>/usr/share/fonts/truetype/lato</dir>
      <dir>/usr/share/fonts/truetype/noto</dir>
      <dir>/usr/share/fonts/truetype/ancient-scripts</dir>
      <dir>/usr/share/fonts/opentype/noto</dir>
      <cachedir>/var/cache/fontconfig</cachedir>
      <cachedir prefix="xdg">fontconfig</cachedir>
      <selectfont><rejectfont>
        <glob>*/NotoSansArabic*</glob><glob>*/NotoNastaliq*</glob><glob>*/NotoColorEmoji*</glob><glob>*Looped*</glob>
      </rejectfont></selectfont>
      \(preferring("Lato"))\(preferring(anchored))
    </fontconfig>
    """

  /// Whether some font of the book can draw the character.
  private func draws(_ scalar: Unicode.Scalar) -> Bool {
    guard let fonts = FcConfigGetFonts(configuration, FcSetSystem) else { return false }
    for index in 0..<Int(fonts.pointee.nfont) {
      var characters: OpaquePointer?
      if FcPatternGetCharSet(fonts.pointee.fonts[index], FC_CHARSET, 0, &characters) == FcResultMatch,
        FcCharSetHasChar(characters, scalar.value) != 0
      {
        return true
      }
    }
    return false
  }

  private var known: [Unicode.Scalar: Bool] = [:]

  func lacks(_ scalar: Unicode.Scalar) -> Bool {
    // Lato has all of Latin-1 and Latin Extended-A; joiners need no glyph.
    if scalar.value < 0x180 || scalar.properties.isDefaultIgnorableCodePoint { return false }
    // Format characters that span the digits after them, such as U+0600, come back from a page in another order.
    if scalar.properties.generalCategory == .format { return true }
    if let answer = known[scalar] { return !answer }
    let answer = draws(scalar)
    known[scalar] = answer
    return !answer
  }
}

extension String {
  /// Returns the text with `[U+XXXX]` in place of every character that no font of the book can draw.
  func legible(in book: FontBook) -> String {
    guard unicodeScalars.contains(where: book.lacks) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if book.lacks(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text with `[U+XXXX]` in place of every character that no font of the typesetter can draw.
  package var legible: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return FontBook.borrow { legible(in: $0) }
  }
}
