import HTTPServer
import Testing

@testable import IntakePages

@Suite struct DaemonSettingsTests {
  @Test func listensOnLoopbackWhenNothingIsSaid() throws {
    let settings = try DaemonSettings(environment: [:])
    #expect(settings.address == .tcp(host: "127.0.0.1", port: 8080))
    #expect(settings.publicURL == "http://127.0.0.1:8080")
    #expect(settings.hosts.contains("localhost:8080"))
  }

  @Test(arguments: [
    ("unix:/run/plumbline.sock", Address.unix(path: "/run/plumbline.sock")), ("systemd", .systemd),
    ("[::1]:443", .tcp(host: "::1", port: 443)), ("127.0.0.1:0", .tcp(host: "127.0.0.1", port: 0)),
  ])
  func understandsAddresses(_ text: String, _ address: Address) throws {
    #expect(try DaemonSettings(environment: ["PLUMBLINE_LISTEN": text]).address == address)
  }

  @Test(arguments: [
    ["PLUMBLINE_LISTEN": "127.0.0.1"], ["PLUMBLINE_LISTEN": ":8080"], ["PLUMBLINE_LISTEN": "127.0.0.1:99999"],
    ["PLUMBLINE_PUBLIC_URL": "forms.example.org"], ["PLUMBLINE_PUBLIC_URL": "https://forms.example.org/path"],
    ["PLUMBLINE_PUBLIC_URL": "https://user@forms.example.org"], ["PLUMBLINE_CONNECTIONS": "0"],
    ["PLUMBLINE_CONNECTIONS": "many"], ["PLUMBLINE_PREPARE": "perhaps"],
  ])
  func namesTheSettingThatCannotBe(_ environment: [String: String]) throws {
    let error = try #require(throws: UnusableSetting.self) { try DaemonSettings(environment: environment) }
    #expect(error.description.hasPrefix(try #require(environment.keys.first)))
  }

  @Test func answersOnlyToItsPublicName() throws {
    let settings = try DaemonSettings(environment: ["PLUMBLINE_PUBLIC_URL": "https://Forms.example.org/"])
    #expect(settings.hosts == ["forms.example.org"])
    #expect(settings.publicScheme == "https")
  }
}
