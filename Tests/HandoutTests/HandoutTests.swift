import Handout
