import PostgreSQL
import Testing

@Suite struct RowTests {
  let row = Row(columns: ["name", "age", "active", "photo", "nothing"], values: ["Zoë", "-41", "t", "\\x00ff7a", nil])

  @Test func readsColumnsByName() throws {
    #expect(try row.text("name") == "Zoë")
    #expect(try row.int("age") == -41)
    #expect(try row.bool("active") == true)
    #expect(try row.bytes("photo") == [0x00, 0xff, 0x7a])
  }

  @Test func readsNullAsNil() throws {
    #expect(try row.text("nothing") == nil)
    #expect(try row.int("nothing") == nil)
    #expect(try row.bytes("nothing") == nil)
  }

  @Test func namesTheColumnThatIsNotThere() {
    #expect(throws: RowError.missingColumn("height")) { try row.text("height") }
  }

  @Test func refusesAnotherForm() {
    #expect(throws: RowError.malformed(column: "name")) { try row.int("name") }
    #expect(throws: RowError.malformed(column: "age")) { try row.bool("age") }
    #expect(throws: RowError.malformed(column: "name")) { try row.bytes("name") }
  }

  @Test(arguments: ["\\x0", "\\xzz", "x00", "", "\\x0G"])
  func refusesMalformedBytes(text: String) {
    #expect(throws: RowError.malformed(column: "b")) { try Row(columns: ["b"], values: [text]).bytes("b") }
  }

  @Test func writesBytesAsPostgreSQLReadsThem() throws {
    let everyByte = Array(UInt8.min...UInt8.max)
    #expect(PostgresValue.bytes([0, 1, 0xab]).text == "\\x0001ab")
    #expect(try Row(columns: ["b"], values: [PostgresValue.bytes(everyByte).text]).bytes("b") == everyByte)
  }
}
