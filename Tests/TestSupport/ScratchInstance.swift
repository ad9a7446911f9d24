/// The instance the tests run against, as `deploy/scratch` tells it.
