import Clinical
import Handout
import Records
