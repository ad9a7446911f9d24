/// The stylesheet of all pages, in the colour of a practice.
///
/// It has its own address, `/style/VERSION-RRGGBB.css`, because the content security policy forbids inline styles. The
/// content of an address never changes, so that a browser requests it only once.
struct Stylesheet: Sendable {
  static let houseColour = WebColour(red: 31, green: 107, blue: 97)
  /// Increased with every change of the rules below.
  static let version = 5

  private static let paper = WebColour(red: 251, green: 250, blue: 247)
  private static let night = WebColour(red: 20, green: 25, blue: 26)
  private static let black = WebColour(red: 0, green: 0, blue: 0)

  let colour: WebColour

  /// - Parameter practiceColour: the colour that the practice chose, as `#rrggbb`.
  init(practiceColour: String?) {
    colour = practiceColour.flatMap(WebColour.init(hex:)) ?? Self.houseColour
  }

  /// The stylesheet with this file name; nil when there is none.
  init?(name: String) {
    let prefix = "\(Self.version)-"
    guard name.hasPrefix(prefix), name.hasSuffix(".css"),
      let colour = WebColour(hex: String(name.dropFirst(prefix.count).dropLast(4))),
      name == "\(prefix)\(colour.hex).css"
    else { return nil }
    self.colour = colour
  }

  var address: String { "/style/\(Self.version)-\(colour.hex).css" }

  /// The rules. The colour of the practice is darkened or lightened as needed, so that it stays readable.
  var text: String {
    let light = colour.readable(on: Self.paper, ratio: 5, towards: Self.black)
    let dark = colour.readable(on: Self.night, ratio: 7, towards: .white)
    let rules =
      ":root{--accent:#\(light.hex);--on:#fff}"
      + "@media(prefers-color-scheme:dark){:root{--accent:#\(dark.hex);--on:#14191a}}" + Self.rules + Self.places
    return rules
  }

  /// The rules without indentation and line ends, to be short: the stylesheet is loaded with the first page.
  private static let rules = source.split(separator: "\n").map { $0.drop { $0 == " " } }.joined()

  /// The classes that lay a checkbox over the body chart, in hundredths of its width: `x41 y12 w9 h20`.
  private static let places = [
    ("x", "left", 0, 90), ("y", "top", 0, 210), ("w", "width", 10, 28), ("h", "height", 10, 42),
  ]
  .flatMap { name, property, least, most in
    stride(from: least, through: most, by: 2).map { "input.\(name)\($0){\(property):calc(\($0)*var(--u))}" }
  }.joined()

  private static let source = """
    :root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1f2b29;--soft:#4e5c59;--line:#7f8b88;--hair:#dcdfda;
    --body:#e7e4dc;--bad:#9c1f24;--badbg:#fdf1f0;--tint:#edf4f2;--cue:#c8602f;--p-soft:#a9c9c4;--p-ghost:#c9dad7;--side:18px;--in:12px}
    @media(max-width:15em){:root{--side:10px;--in:6px}h1{font-size:1.3rem!important}}
    @media(prefers-color-scheme:dark){:root{--paper:#14191a;--card:#1c2324;--ink:#e8edeb;--soft:#aab6b3;--line:#84918e;
    --hair:#313b3b;--body:#2c3737;--bad:#ffb3ad;--badbg:#2e1c1c;--tint:#232e2e;--cue:#f0956a;--p-soft:#45706a;--p-ghost:#36504c}}
    *{box-sizing:border-box}
    html{font:1.0625rem/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink)}
    body{margin:0;overflow-wrap:anywhere}
    header,main,footer{max-width:40rem;margin:auto;padding:1rem var(--side)}
    header{border-bottom:1px solid var(--hair);font-weight:600;color:var(--accent)}
    main{padding-bottom:2.5rem}
    footer{border-top:1px solid var(--hair);color:var(--soft);font-size:.9375rem}footer b{white-space:nowrap}
    h1{font-size:1.6rem;line-height:1.2;margin:.25rem 0 .5rem;font-weight:650}
    h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
    h3{font-size:1rem;margin:1.25rem 0 .25rem}
    p,ul,ol{margin:.5rem 0 1rem}
    a{color:var(--accent);text-underline-offset:.2em}
    a.tap{display:inline-block;min-height:44px;min-width:44px;padding:.6rem .5rem .6rem 0}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    .stages ol{display:flex;flex-wrap:wrap;gap:.25rem clamp(.5rem,2.5vw,1rem);list-style:none;max-width:40rem;margin:auto;padding:.625rem var(--side) 0;color:var(--soft);font-size:.9375rem}
    .stages [aria-current]{color:var(--accent);font-weight:700;border-bottom:3px solid}
    .done::before{content:"\\2713\\a0" / "";color:var(--accent)}
    .step{margin:0;color:var(--soft)}
    .hint,small{color:var(--soft);font-size:.9375rem;font-weight:400}
    .hint{margin:.125rem 0 .5rem;flex-basis:100%}
    fieldset,.field{border:0;margin:0;padding:0;min-width:0}
    form>fieldset,form>.field,details>fieldset,details>.field{margin:1.75rem 0}
    fieldset{display:flex;flex-wrap:wrap;gap:.5rem}
    legend,.field>label{display:block;padding:0;font-weight:600;margin-bottom:.375rem}
    fieldset>label,.pick{display:flex;gap:var(--in);align-items:center;min-height:48px;padding:.5rem var(--in);
    border:1px solid var(--hair);border-radius:.625rem;background:var(--card)}
    fieldset>label:has(input:checked),.pick:has(input:checked){border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent)}
    fieldset.list>label{flex:1 1 auto}
    fieldset.list>label:first-of-type,fieldset>details{flex:1 1 100%}
    .ask{border:1px solid var(--hair);border-radius:.625rem;background:var(--card);margin:.625rem 0;padding:0 var(--in)}
    .ask summary{font-weight:400;color:var(--ink)}
    .ask[open] summary{font-weight:600}
    .folded{display:grid;gap:.5rem}
    .folded label{display:flex;gap:var(--in);align-items:center;min-height:48px;padding:.5rem var(--in);border:1px solid var(--hair);border-radius:.625rem;background:var(--card)}
    .agree ul{flex-basis:100%;padding-left:1.125rem;margin:0 0 .25rem}
    .agree p{flex-basis:100%;margin:0}
    .back{min-height:44px;padding-top:.25rem;padding-bottom:.25rem}
    .card{display:block;width:100%;text-align:left;margin:.5rem 0;background:var(--card);color:var(--ink);border:1px solid var(--hair);font-weight:400}
    .card b{color:var(--accent)}
    .card span{display:block;color:var(--soft);font-size:.9375rem}
    input[type=checkbox],input[type=radio]{flex:none;width:22px;height:22px;margin:0;accent-color:var(--accent)}
    .field input,.field textarea,select,.dates input,td input{width:100%;min-height:48px;padding:.5rem var(--in);font:inherit;
    color:inherit;background:var(--card);border:1px solid var(--line);border-radius:.625rem}
    textarea{min-height:7rem;resize:vertical}
    .field input.short{width:min(8rem,100%)}
    .dates>div{width:4.5rem}
    .dates>div:last-of-type{width:6rem}
    .dates label{font-size:.9375rem}
    .scale{gap:.375rem}
    .scale>label{flex-direction:column;gap:.125rem;min-width:46px;padding:.375rem;justify-content:center}
    .error{color:var(--bad);font-weight:600;margin:.125rem 0 .5rem;flex-basis:100%}
    form :has(>.error){border-left:4px solid var(--bad);padding-left:.875rem}
    .summary{border:2px solid var(--bad);border-radius:.625rem;background:var(--badbg);padding:.25rem calc(1.5*var(--in)) .5rem;margin:1rem 0}
    .summary h2{margin:.75rem 0 .25rem}
    .summary ul{list-style:none;padding:0;margin:.25rem 0}
    .summary a{color:var(--bad);display:inline-block;min-height:44px;padding:.5rem 0}
    .welcome{display:flex;flex-wrap:wrap;align-items:center;gap:.375rem 1rem;margin:1.25rem 0;padding:.75rem calc(1.5*var(--in));
    background:var(--tint);border-radius:.625rem}
    .welcome img{width:72px;height:72px;border-radius:50%;object-fit:cover}
    .welcome blockquote{flex:1 1 10rem;margin:0;white-space:pre-line}
    .welcome figcaption{flex-basis:100%;color:var(--accent);font-weight:600}
    .note{border-left:4px solid var(--accent);padding:.125rem 0 .125rem 1rem;margin:1.25rem 0}
    .stop{border:2px solid var(--bad);border-radius:.625rem;padding:.25rem calc(1.5*var(--in));margin:1.25rem 0;background:var(--badbg)}
    details.stop{margin:.75rem 0}
    p.noprint{margin:.5rem 0}
    .code{font:700 1.75rem/1.3 ui-monospace,monospace;letter-spacing:.08em}
    button,.button{display:inline-block;min-height:48px;padding:.625rem calc(2*var(--in) - 2px);font:600 1.0625rem/1.5 system-ui,sans-serif;
    color:var(--on);background:var(--accent);border:2px solid var(--accent);border-radius:.625rem;cursor:pointer;text-decoration:none}
    :is(button,.button).plain{background:none;color:var(--accent)}
    button.quiet{background:none;border-color:transparent;border-left:0;color:var(--accent);padding-left:0;text-decoration:underline;
    text-underline-offset:.2em}
    .go{display:flex;flex-wrap:wrap;gap:.5rem 1rem;margin:2rem 0 1rem;align-items:center}
    summary{min-height:48px;padding:.625rem 0;font-weight:600;color:var(--accent);cursor:pointer}
    dl{margin:0}
    dl>div{padding:.625rem 0;border-bottom:1px solid var(--hair)}
    dt{color:var(--soft);font-size:.9375rem}
    dd,.said{margin:0;white-space:pre-line}
    .bar{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:1rem}
    .bar a{flex:none}
    .chart{display:block;--u:calc(min(100vw - 2.25rem,20rem)/100)}
    .chart legend{float:left;width:100%}
    .chart .sides{clear:both}
    .body{position:relative;width:calc(100*var(--u));margin:0 auto;padding-top:calc(220*var(--u))}
    .body svg{position:absolute;top:0;left:0;width:100%;height:calc(220*var(--u));fill:var(--body);stroke:var(--line);stroke-width:.7;overflow:visible}
    .body .line{fill:none;stroke-width:.5}
    .chart input.spot{position:absolute;appearance:none;border:1px solid transparent;border-radius:45%;cursor:pointer;z-index:1}
    .spot:hover{border-color:var(--accent)}
    .spot:checked{background:var(--accent);opacity:.85}
    .named{display:grid;grid-template-columns:auto 1fr;gap:.375rem .625rem;align-items:center}
    .named legend,.named .felt{grid-column:1/3}
    .felt{border-left:3px solid var(--accent);padding:.25rem 0 .5rem var(--in);margin:.5rem 0}
    input:not(:checked)+.felt,input:not(:checked)+label+.felt{display:none}
    .felt legend{float:left;width:100%}
    .felt label{min-height:44px;padding:.25rem var(--in)}
    .felt select{width:4.25rem;min-height:40px;padding:.25rem}
    .call{width:100%;text-align:center}
    .why{margin:.25rem 0}
    .stop summary{color:var(--bad)}
    .thing{border:1px solid var(--hair);border-radius:.625rem;background:var(--card);margin:.75rem 0;padding:0 var(--in)}
    .thing summary{display:grid;grid-template-columns:auto 1fr auto;gap:0 .875rem;list-style:none}
    .thing summary::-webkit-details-marker{display:none}
    .thing summary::after{content:"\\25be";grid-area:1/3/3/4;align-self:center}
    .thing[open] summary::after{content:"\\25b4"}
    .thing b{grid-area:1/2;align-self:end}
    .thing span{grid-area:2/2;color:var(--soft);font-weight:400;font-size:.9375rem}
    .pose{grid-area:1/1/3/2;width:5.5rem;height:4.5rem;border-radius:.5rem;background:var(--tint);fill:none;
    stroke-linecap:round;stroke-linejoin:round}
    img.pose{object-fit:contain}
    .thing[open] .pose{grid-area:3/1/4/4;width:100%;height:auto;max-height:15rem;margin-top:.625rem}
    .f-accent{fill:var(--accent)}.l-accent{stroke:var(--accent)}
    .f-soft{fill:var(--p-soft)}.l-soft{stroke:var(--p-soft)}
    .f-ghost{fill:var(--p-ghost)}.l-ghost{stroke:var(--p-ghost)}
    .f-prop{fill:var(--line)}.l-prop{stroke:var(--line)}
    .f-cue{fill:var(--cue)}.l-cue{stroke:var(--cue)}
    .f-paper{fill:var(--card)}.l-paper{stroke:var(--card)}
    .f-tint{fill:var(--tint)}.l-tint{stroke:var(--tint)}
    .sides{display:flex;justify-content:space-between;color:var(--soft);font-size:.9375rem;margin:0}
    .row{flex:1 1 100%;padding-bottom:.75rem;border-bottom:1px solid var(--hair)}
    .row label{font-weight:400;margin-top:.5rem}
    .photo,.window{position:relative;line-height:0}
    .photo.large{display:none}
    .photo input,.window input{display:block;padding:0;border:0;cursor:crosshair}
    .window{overflow:hidden;overflow:clip;width:100%;max-width:35rem;height:20rem;border:1px solid var(--line)}
    .window>*{position:absolute}
    .over{position:absolute;left:0;top:0;fill:none;pointer-events:none}
    .over *{vector-effect:non-scaling-stroke}
    .under{stroke:#000;stroke-width:4}.mark{stroke:#7cf3d0;stroke-width:2}.now{stroke:#ffd23e;stroke-width:2}
    .over text{fill:#fff;stroke:#000;stroke-width:3;paint-order:stroke;font-weight:700;font-family:system-ui,sans-serif}
    .arrows{display:grid;grid-template-columns:repeat(4,1fr);gap:.375rem;max-width:22rem;margin-top:.75rem}
    .arrows .button{min-width:44px;padding:.5rem;text-align:center}
    .landmark{flex:none;align-self:flex-start;width:3.5rem;height:7.7rem;fill:var(--body)}
    .landmark .line{stroke:var(--line);stroke-width:1.5}.landmark .dot{fill:var(--cue)}
    .hide{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    @media(min-width:40em){.folded,.charts,.row{display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem}.row{grid-template-columns:2fr 1fr 1fr}}
    @media(min-width:45em){.photo.small{display:none}.photo.large{display:block}.window{height:28rem}}
    @media print{html{font-size:12pt;background:#fff;color:#000}header,main,footer{max-width:none;padding:.25rem 0}
    nav,form,button,.button,.noprint{display:none}dl>div{break-inside:avoid}}
    """
}
