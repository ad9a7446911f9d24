/// What a column of a list of clients holds. A client's record has the name, e-mail, phone, birth date and whether it is
/// archived; everything else becomes a note, under the heading that it had.
package enum ClientField: String, Sendable, CaseIterable {
  case fullName = "full_name"
  case title
  case firstName = "first_name"
  case middleName = "middle_name"
  case lastName = "last_name"
  case suffix
  case preferredName = "preferred_name"
  case email, phone
  case otherPhone = "other_phone"
  case birthDate = "birth_date"
  case address
  case emergencyContact = "emergency_contact"
  case occupation, note, archived, active
  /// What means nothing here, such as the record's number in another system.
  case leftOut = "-"

  var isPartOfName: Bool { [.fullName, .firstName, .lastName].contains(self) }

  /// Finds the field of a heading, as Cliniko, Jane, MassageBook, Noterro, Jeyla, Google Contacts and this program write
  /// it; nil when it is unknown.
  package init?(heading: String) {
    let key = String(heading.lowercased().unicodeScalars.filter { ("a"..."z").contains($0) }.map(Character.init))
    guard let field = Self.headings[key] else { return nil }
    self = field
  }

  /// Headings without case, digits and marks: `E-mail 1 - Value` is `emailvalue`.
  private static let headings: [String: ClientField] = {
    let names: [ClientField: String] = [
      .fullName: "name fullname client clientname patient patientname displayname fn",
      .title: "title prefix nameprefix salutation honorific",
      .firstName: "firstname givenname forename first legalfirstname clientfirstname patientfirstname",
      .middleName: "middlename additionalname middle middleinitial",
      .lastName: "lastname surname familyname last legallastname clientlastname patientlastname",
      .suffix: "suffix namesuffix",
      .preferredName: "preferredname preferredfirstname nickname knownas goesby",
      .email: "email emailaddress emailvalue primaryemail clientemail patientemail",
      .phone: """
      phone phonenumber phonenumbers phonevalue telephone mobile mobilephone mobilenumber mobilephonenumber phonemobile \
      cell cellphone cellnumber cellphonenumber phonecell primaryphone
      """,
      .otherPhone: """
      homephone homephonenumber phonehome workphone workphonenumber phonework businessphone otherphone alternatephone \
      secondaryphone landline fax
      """,
      .birthDate: "dateofbirth dob birthdate birthday born",
      .address: """
      address addressline street streetaddress city suburb town state province stateprovince region county zip zipcode \
      postcode postalcode postal zippostalcode country countrycode unit pobox addressstreet addresscity addressregion \
      addresspostalcode addresscountry addresspobox addressextendedaddress
      """,
      .emergencyContact: """
      emergencycontact emergencycontactname emergencycontactphone emergencycontactnumber emergencycontactrelationship \
      emergencycontactrelation emergencyphone emergencyname
      """,
      .occupation: "occupation profession jobtitle organizationtitle",
      .note: "note notes comment comments clientnotes patientnotes generalnotes appointmentnotes",
      .archived: "archived isarchived archivedat inactive discharged",
      .active: "active isactive status clientstatus patientstatus",
      .leftOut: """
      id shortid clientid patientid clientguid patientguid guid uuid createdat updatedat created updated photo fileas \
      emaillabel phonelabel addresslabel addressformatted emailtype phonetype addresstype
      """,
    ]
    var fields: [String: ClientField] = [:]
    for (field, words) in names {
      for word in words.split(separator: " ") { fields[String(word)] = field }
    }
    return fields
  }()
}
