import Clinical
