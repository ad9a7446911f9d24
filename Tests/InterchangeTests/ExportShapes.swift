/// Lists of clients in the shapes in which other systems export or document them, each with the same two people.
enum ExportShapes {
  static let cliniko = """
    Id,Title,First Name,Last Name,Preferred Name,Email,Date Of Birth,Address 1,City,Post Code,Country,Mobile Phone,Home \
    Phone,Emergency Contact,Occupation,Notes,Archived At,Referral Source
    881,Ms,Ana,Lima,Nita,ana@example.org,09/03/1980,1 Elm St,Porto,4000,PT,+351 912 000 001,,Rui 912 000 009,Baker,likes \
    wrens,,a friend
    882,,Bo,Chen,,bo@example.org,25/12/1975,,,,,+351 912 000 002,,,,,2024-02-01,
    """
  static let jane = """
    Patient Guid,First Name,Middle Name,Last Name,Preferred Name,Email,Mobile Phone,Birth Date,Street Address,City,\
    Province,Postal,Occupation,Discharged
    5f,Ana,,Lima,Nita,ana@example.org,+351 912 000 001,1980-03-09,1 Elm St,Porto,,4000,Baker,false
    60,Bo,,Chen,,bo@example.org,+351 912 000 002,1975-12-25,,,,,,true
    """
  static let massageBook = """
    First Name\tLast Name\tE-mail Address\tCell Phone\tBirthday\tAddress\tCity\tState\tZip\tNotes\tStatus
    Ana\tLima\tana@example.org\t+351 912 000 001\t3/9/1980\t1 Elm St\tPorto\t\t4000\t"likes
    wrens"\tActive
    Bo\tChen\tbo@example.org\t+351 912 000 002\t12/25/1975\t\t\t\t\t\tInactive
    """
  static let noterro = """
    First Name;Last Name;Preferred Name;Date of Birth;Email;Phone (Mobile);Phone (Work);Emergency Contact Name;\
    Emergency Contact Phone;Occupation;Active
    Ana;Lima;Nita;1980-03-09;ana@example.org;+351 912 000 001;;Rui;912 000 009;Baker;Yes
    Bo;Chen;;1975-12-25;bo@example.org;+351 912 000 002;;;;;No
    """
  static let jeyla = """
    Title,First-Name,Last-Name,Street-Address,City,State,Zip-Code,Date-Of-Birth,Gender,Cell-Phone,Other-Phone,Email,\
    Occupation
    Ms,Ana,Lima,1 Elm St,Porto,,4000,9 March 1980,F,+351 912 000 001,,ana@example.org,Baker
    ,Bo,Chen,,,,,25 Dec 1975,M,+351 912 000 002,,bo@example.org,
    """
  static let google = """
    First Name,Middle Name,Last Name,Nickname,Name Prefix,Birthday,Notes,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - \
    Label,Phone 1 - Value,Address 1 - Label,Address 1 - Street,Address 1 - City,Address 1 - Postal Code,Organization Title
    Ana,,Lima,Nita,Ms,1980-03-09,likes wrens,* Home,ana@example.org ::: lima@example.org,Mobile,+351 912 000 001,Home,1 \
    Elm St,Porto,4000,Baker
    Bo,,Chen,,,1975-12-25,,* Home,bo@example.org,Mobile,+351 912 000 002,,,,,
    """

  static let all = [
    "Cliniko": cliniko, "Jane": jane, "MassageBook": massageBook, "Noterro": noterro, "Jeyla": jeyla,
    "Google Contacts": google,
  ]
}
