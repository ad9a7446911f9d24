import Testing

@testable import HTTPServer

struct FormTests {
  @Test(arguments: [
    ("a=b", "a|b"), ("a=b&c=d", "a|b c|d"), ("a=1&a=2", "a|1 a|2"), ("a", "a|"), ("a=", "a|"), ("=b", "|b"),
    ("a=b=c", "a|b=c"), ("a=1&&b=2&", "a|1 b|2"), ("a=%2B%26%3D%25", "a|+&=%"), ("a=x+y%20z", "a|x y z"),
    ("caf%C3%A9=%F0%9F%91%A9", "café|👩"), ("a=%2541", "a|%41"), ("a=\u{e9}", "a|é"), ("a=%0D%0A", "a|\r\n"), ("", ""),
  ])
  func decodes(_ body: String, as expected: String) throws {
    let form = try Form(decoding: Array(body.utf8))
    #expect(form.fields.map { "\($0.name)|\($0.value)" }.joined(separator: " ") == expected)
  }

  @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%u0041", "a=%+1", "a=%-1", "%=a", "a=% 41"])
  func refusesABadEscape(_ body: String) {
    #expect(throws: FormError.badEscape) { try Form(decoding: Array(body.utf8)) }
  }

  @Test(arguments: [
    "a=%E0%80%AF", "a=%C1%BF", "a=%ED%A0%80", "a=%F4%90%80%80", "a=%FF", "a=%C3", "a=%E2%82a", "%C3=a",
  ])
  func refusesWhatIsNotUTF8(_ body: String) {
    #expect(throws: FormError.badUTF8) { try Form(decoding: Array(body.utf8)) }
  }

  @Test(arguments: ["a=%00", "a=b\0c", "%00=a"])
  func refusesNUL(_ body: String) {
    #expect(throws: FormError.nul) { try Form(decoding: Array(body.utf8)) }
  }

  @Test func keepsToItsLimits() {
    var limits = FormLimits()
    limits.fields = 2
    limits.nameBytes = 3
    limits.valueBytes = 4
    #expect(throws: Never.self) { try Form(decoding: Array("abc=1234&b=%C3%A9%C3%A9".utf8), limits: limits) }
    #expect(throws: FormError.tooManyFields) { try Form(decoding: Array("a&b&c".utf8), limits: limits) }
    #expect(throws: FormError.nameTooLong) { try Form(decoding: Array("abcd=1".utf8), limits: limits) }
    #expect(throws: FormError.valueTooLong(name: "a")) {
      try Form(decoding: Array("a=%C3%A9%C3%A9x".utf8), limits: limits)
    }
  }

  @Test func refusesASecondValueOfASingleField() throws {
    let form = try Form(decoding: Array("a=1&b=2&a=3".utf8))
    #expect(form.values("a") == ["1", "3"])
    #expect(try form.value("b") == "2")
    #expect(try form.value("c") == nil)
    #expect(throws: FormError.duplicate(name: "a")) { try form.value("a") }
  }

  @Test func comparesNamesAsBytes() throws {
    let form = try Form(decoding: Array("caf%C3%A9=1&cafe%CC%81=2".utf8))
    #expect(try form.value("caf\u{e9}") == "1")
    #expect(try form.value("cafe\u{301}") == "2")
  }
}
