"""Sound to numbers: decoding and features, one definition for the application and for training."""
