// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  // Generic types of one module, such as the identifiers of the content, are specialised for their use in another.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let inMemoryLogging: Target.Dependency = .product(name: "InMemoryLogging", package: "swift-log")

/// For the modules in which most of the time of a command goes: each reads rows and the content and reasons with them,
/// and a debug build takes three to four times as long over that.
let optimised = strict + [.unsafeFlags(["-Osize", "-wmo", "-num-threads", "2"], .when(configuration: .debug))]

/// A module: one folder in Sources, and the only modules it may import.
func module(_ name: String, imports: [Target.Dependency] = [], settings: [SwiftSetting] = strict) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: settings)
}

/// The tests of a module live in `Tests/<module>Tests`.
func tests(
  _ name: String, imports: [Target.Dependency], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: imports, path: "Tests/\(name)Tests", exclude: exclude,
    resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "plumbline",
  products: [
    .executable(name: "plumbline", targets: ["plumbline"]),
    .executable(name: "plumblined", targets: ["plumblined"]),
  ],
  dependencies: [
    // `MissingArguments` reads what the parser says in English, which a minor release may word anew.
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .systemLibrary(name: "CEpoll"),
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev", "libcairo2-dev"])]),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // Tools: know nothing of massage.
    module("PostgreSQL", imports: ["CLibPQ"], settings: optimised),
    module("Cryptography", imports: ["CSodium"]),
    module("HTTPServer", imports: ["CEpoll", "CZlib", logging]),
    module("JSON", settings: optimised),
    module("Pictures", imports: ["CZlib"]),
    module("Rasters", imports: ["CPNG", "CTurboJPEG"]),
    module("Typesetting", imports: ["CPangoCairo", "CQRencode", "CZlib"]),

    // The practice: pure values and pure functions.
    module("Clinical", imports: ["JSON"], settings: optimised),
    module("Handout", imports: ["Clinical", "Typesetting"]),
    module("Delivery", imports: ["Clinical"]),

    // Doors: where the world comes in.
    module("Sealing", imports: ["Cryptography"]),
    module("Records", imports: ["Clinical", "JSON", "PostgreSQL"]),
    module("Installation", imports: ["Clinical", "Cryptography", "JSON", "PostgreSQL", "Records"]),
    module("Care", imports: ["Clinical", "Handout", "Installation", "Records", "Sealing", "Typesetting"]),
    module("Interchange", imports: ["CArchive", "CCSV", "Care", "Clinical", "Cryptography", "JSON", "Records"]),
    module(
      "IntakePages",
      imports: [
        "Clinical", "Cryptography", "HTTPServer", "Installation", "JSON", "Pictures", "Records", "Sealing", logging,
      ]),
    module(
      "CommandLine",
      imports: [
        "Care", "Clinical", "Delivery", "Handout", "Installation", "Interchange", "JSON", "Pictures", "Rasters",
        "Records",
        "Sealing", "Typesetting", argumentParser,
      ]),
    .executableTarget(name: "plumbline", dependencies: ["CommandLine"], swiftSettings: strict),
    .executableTarget(name: "plumblined", dependencies: ["IntakePages"], swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("PostgreSQL", imports: ["PostgreSQL", "TestSupport"]),
    tests("Cryptography", imports: ["Cryptography"]),
    tests("HTTPServer", imports: ["HTTPServer", logging, inMemoryLogging]),
    tests("Typesetting", imports: ["Typesetting"]),
    tests("Rasters", imports: ["Rasters"]),
    tests("JSON", imports: ["JSON"]),
    tests("Clinical", imports: ["Clinical", "JSON", "PlanSamples"], exclude: ["Data", "Oracle"]),
    tests("Pictures", imports: ["Pictures"]),
    tests(
      "Handout", imports: ["Handout", "Clinical", "JSON", "PlanSamples", "TestSupport", "Typesetting"],
      exclude: ["Corpora"]),
    tests("Delivery", imports: ["Delivery", "Clinical", "Installation", "JSON"]),
    tests("Sealing", imports: ["Sealing"]),
    tests("Interchange", imports: ["Interchange", "Clinical", "Installation", "Records", "TestSupport"]),
    tests("Records", imports: ["Records", "Clinical", "Installation", "JSON", "PostgreSQL", "Sealing"]),
    tests("Installation", imports: ["Installation", "PostgreSQL", "Records", "TestSupport"]),
    tests(
      "IntakePages",
      imports: [
        "IntakePages", "Clinical", "HTTPServer", "Installation", "PostgreSQL", "Records", "Sealing", "TestSupport",
        logging,
      ]),
    tests(
      "Care",
      imports: [
        "Care", "Clinical", "Handout", "Installation", "JSON", "PostgreSQL", "Records", "Sealing", "TestSupport",
      ]),
    tests(
      "CommandLine",
      imports: [
        "CommandLine", "Care", "Clinical", "Installation", "JSON", "PostgreSQL", "Records", "Sealing", "TestSupport",
        "Typesetting", argumentParser,
      ],
      exclude: ["Goldens"]),
    tests("EndToEnd", imports: ["TestSupport"]),
    .target(
      name: "PlanSamples", dependencies: ["Clinical", "Handout", "JSON", "TestSupport"], path: "Tests/PlanSamples",
      swiftSettings: strict),
    .executableTarget(
      name: "print-samples", dependencies: ["Handout", "PlanSamples"], path: "Tests/AccessiblePDF/print-samples",
      swiftSettings: strict),
    .executableTarget(
      name: "ClinicalBench", dependencies: ["Clinical", "JSON"], path: "Tests/Bench/ClinicalBench",
      swiftSettings: strict),
  ]
)
