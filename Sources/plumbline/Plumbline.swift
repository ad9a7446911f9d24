import CommandLine

@main
enum Plumbline {
  static func main() async {}
}
