// swift-tools-version: 6.1
// The rooms of a printed plan alone, so that they can be measured without the programs around them.
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "handout-bench",
  targets: [
    .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo"),
    .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .target(name: "Typesetting", dependencies: ["CPangoCairo", "CQRencode", "CZlib"], swiftSettings: strict),
    .target(name: "JSON", swiftSettings: strict),
    .target(name: "Clinical", dependencies: ["JSON"], swiftSettings: strict),
    .target(name: "Handout", dependencies: ["Clinical", "Typesetting"], swiftSettings: strict),
    .executableTarget(name: "handout-bench", dependencies: ["Clinical", "Handout", "JSON"], swiftSettings: strict),
  ])
