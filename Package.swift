// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  // Without it, the first use of each dictionary searches thousands of conformances for that of its key: 6 of the 34
  // million instructions of a hook.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"], .when(configuration: .release)),
]

let package = Package(
  name: "relscope",
  products: [
    .executable(name: "relscope", targets: ["relscope"]),
    .executable(name: "relscope-remote", targets: ["relscope-remote"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibgit2", pkgConfig: "libgit2", providers: [.apt(["libgit2-dev"])]),
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibcsv", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CLibdeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CLibexpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLibyaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CGlibc"),
    .target(name: "CLibgit2Start"),
    .target(name: "CProcess"),
    .target(
      name: "Platform", dependencies: ["CProcess", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .target(name: "JSON", swiftSettings: strict),
    .target(name: "Commits", swiftSettings: strict),
    .target(name: "ReleaseScope", dependencies: ["Commits"], swiftSettings: strict),
    .target(name: "Approvals", dependencies: ["CLibcrypto", "JSON", "ReleaseScope"], swiftSettings: strict),
    .target(
      name: "Git",
      dependencies: [
        "CLibgit2", "CLibcrypto", "CLibdeflate", "CProcess", "Commits",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "Documents",
      dependencies: ["CLibcrypto", "CLibcsv", "CLibexpat", "CLibyaml", "JSON", "ReleaseProcess", "ReleaseScope"],
      swiftSettings: strict),
    .target(
      name: "ScopeCheck",
      dependencies: [
        "Approvals", "Documents", "JSON", "ReleaseProcess", "ReleaseScope",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["JSON", "ReleaseProcess", "ReleaseScope"], exclude: ["HTML/Page"],
      swiftSettings: strict),
    .target(
      name: "Console",
      dependencies: [
        "Platform", "ReleaseScope", "Reports", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(name: "HTTP", swiftSettings: strict),
    .target(name: "Forges", dependencies: ["HTTP", "ReleaseProcess", "ReleaseScope"], swiftSettings: strict),
    .target(name: "Jira", dependencies: ["HTTP", "ReleaseProcess", "ReleaseScope"], swiftSettings: strict),
    .target(name: "Gate", dependencies: ["ReleaseScope", "Documents", "ScopeCheck"], swiftSettings: strict),
    .target(
      name: "HookInstallation",
      dependencies: [
        "Documents", "JSON", "Platform", "ReleaseScope", .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(name: "ReleaseProcess", dependencies: ["ReleaseScope"], swiftSettings: strict),
    .executableTarget(
      name: "relscope",
      dependencies: [
        "Approvals", "CGlibc", "CLibgit2Start", "Console", "Documents", "Gate", "Git", "HookInstallation", "JSON",
        "Platform", "ReleaseProcess", "ReleaseScope", "Reports", "ScopeCheck",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "relscope-remote",
      dependencies: [
        "CGlibc", "CLibcurl", "Console", "Documents", "Forges", "HTTP", "JSON", "Jira", "Platform",
        "ReleaseProcess", "ReleaseScope", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "InMemoryRepository", dependencies: ["CLibcrypto", "ReleaseScope", "ScopeCheck"],
      path: "Tests/InMemoryRepository", swiftSettings: strict),
    .target(
      name: "Oracle", dependencies: ["Documents", "Fuzzing", "InMemoryRepository", "ReleaseScope", "ScopeCheck"],
      path: "Tests/Oracle", swiftSettings: strict),
    .target(
      name: "Fuzzing", dependencies: ["Approvals", "CLibdeflate", "Documents", "Gate", "Git", "JSON", "ReleaseScope"],
      path: "Tests/Fuzzing", exclude: ["Corpus", "leaks.txt"], swiftSettings: strict),
    .target(name: "CLibFuzzer", path: "Tests/CLibFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["CLibFuzzer", "Fuzzing", "Git", "Oracle"], path: "Tests/fuzz",
      swiftSettings: strict),
    .target(
      name: "JiraServer",
      dependencies: ["LocalServer", "ServiceJSON", .product(name: "FlyingFox", package: "FlyingFox")],
      path: "Tests/JiraServer", swiftSettings: strict),
    .target(name: "ServiceJSON", path: "Tests/ServiceJSON", swiftSettings: strict),
    .target(
      name: "LocalServer", dependencies: ["TestSupport", .product(name: "FlyingFox", package: "FlyingFox")],
      path: "Tests/LocalServer", swiftSettings: strict),
    .target(
      name: "ForgeServer",
      dependencies: ["LocalServer", "ServiceJSON", .product(name: "FlyingFox", package: "FlyingFox")],
      path: "Tests/ForgeServer", swiftSettings: strict),
    .target(
      name: "ReleaseHost", dependencies: ["LocalServer", .product(name: "FlyingFox", package: "FlyingFox")],
      path: "Tests/ReleaseHost", swiftSettings: strict),
    .testTarget(
      name: "TestSupportTests", dependencies: ["TestSupport"], exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: strict),
    .testTarget(name: "CommitsTests", dependencies: ["Commits"], swiftSettings: strict),
    .testTarget(name: "ReleaseScopeTests", dependencies: ["Commits", "ReleaseScope"], swiftSettings: strict),
    .testTarget(
      name: "ApprovalsTests", dependencies: ["Approvals", "CLibcrypto", "Fuzzing", "ReleaseScope", "TestSupport"],
      exclude: ["Vectors"], swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "JSON", "ReleaseProcess", "ReleaseScope"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "ReleaseProcess", "ReleaseScope", "Documents", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "GitTests", dependencies: ["Fuzzing", "Git", "ReleaseScope", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "OracleTests", dependencies: ["InMemoryRepository", "Oracle", "ReleaseScope", "ScopeCheck", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ScopeCheckTests", dependencies: ["Documents", "InMemoryRepository", "JSON", "ReleaseScope", "ScopeCheck"],
      swiftSettings: strict),
    .target(name: "ScriptedTransport", dependencies: ["HTTP"], path: "Tests/ScriptedTransport", swiftSettings: strict),
    .testTarget(
      name: "PlatformTests",
      dependencies: ["Platform", "TestSupport", .product(name: "SystemPackage", package: "swift-system")],
      swiftSettings: strict),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Platform", "ReleaseScope", .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .testTarget(name: "HTTPTests", dependencies: ["HTTP", "ScriptedTransport"], swiftSettings: strict),
    .testTarget(
      name: "ForgesTests", dependencies: ["Forges", "HTTP", "ReleaseProcess", "ReleaseScope", "ScriptedTransport"],
      swiftSettings: strict),
    .testTarget(
      name: "JiraTests", dependencies: ["HTTP", "Jira", "ReleaseProcess", "ReleaseScope", "ScriptedTransport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReleaseProcessTests", dependencies: ["ReleaseProcess", "ReleaseScope"], swiftSettings: strict),
    .testTarget(
      name: "GateTests", dependencies: ["Gate", "InMemoryRepository", "ReleaseScope", "ScopeCheck"],
      swiftSettings: strict),
    .testTarget(
      name: "HookInstallationTests", dependencies: ["HookInstallation", "ReleaseScope"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["ForgeServer", "JiraServer", "ReleaseHost", "ServiceJSON", "TestSupport"],
      exclude: ["Faults/faults.c", "Forges/Client", "Hooks/ordinary-day.sh", "Jira/Client", "Page/drive.py"],
      swiftSettings: strict),
  ]
)
