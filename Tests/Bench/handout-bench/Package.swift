// swift-tools-version: 6.1
// Only the modules that a printed plan needs, so that they are measured without the rest of the programs.
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
