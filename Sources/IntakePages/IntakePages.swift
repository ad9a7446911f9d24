import Clinical
import HTTPServer
import Records
