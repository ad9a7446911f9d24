/// What a page may load and send (Content Security Policy, level 3): its own stylesheets and forms, and neither script nor
/// anything of other sites.
package enum ContentSecurityPolicy {
  package static let header = "Content-Security-Policy"
  /// Every response has it unless its handler sets its own.
  package static let standard = policy(images: "")
  /// The policy of a page with pictures from our own address.
  package static let withPictures = policy(images: "img-src 'self'; ")

  /// Returns the policy of a page with one picture and no other; the address is a whole one.
  package static func withPicture(at address: String) -> String { policy(images: "img-src \(address); ") }

  private static func policy(images: String) -> String {
    "default-src 'none'; style-src 'self'; \(images)form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  }
}
