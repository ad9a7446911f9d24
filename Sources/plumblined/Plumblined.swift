import IntakePages

@main
enum Plumblined {
  static func main() async {}
}
