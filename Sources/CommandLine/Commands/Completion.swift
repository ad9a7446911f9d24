import ArgumentParser

struct Completion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Print a completion script for your shell.",
    discussion: """
      bash: plumbline completion bash > ~/.local/share/bash-completion/completions/plumbline
      zsh:  plumbline completion zsh > ~/.zfunc/_plumbline
      fish: plumbline completion fish > ~/.config/fish/completions/plumbline.fish
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument { case bash, zsh, fish }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let kind: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    try global.console().emit(Plumbline.completionScript(for: kind) + "\n")
  }
}
