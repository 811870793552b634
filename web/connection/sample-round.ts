/**
 * A round that never was (the one of the protocol's test vectors): with it a device can be tried with the booth's own code
 * and a known answer, without a letter, a congress or a secret of anyone. Bytes in base64url.
 */
export const SAMPLE = {
  /** MH, 32 bytes. */
  manifestHash: 'G28NgeqnGMsDUlE79cw_yRAu_z0qmlyO22pbtMq1dqI',
  /** n of the stamp key, 384 bytes. */
  paperKey:
    'pY_I7RjhhQkaTsc9-nrZOK8MxkeO3SpKZOFUZdfJ0YDhOwmXwBqeRifQDfCOO7Zsk7eXAV9n0cGnYdcj65T_A_2GTjGpub-SQ9HSo7JFExHSLu4H4Qcmbf0M' +
    'oXon7h2SQPwnyqh70ykiZbTurUvMY5lNIJZHrMK6x6-QDFnY7LKwwj5E4ZSehQ5kcfrTA9MlTi-xlKaOkJOF8_HNETotmHEPLcrcm2e_c78kxeEQx93UY0Hk' +
    'DP8f9scKF8V0vtdfx-mk4263eXFES5ZZ7f1ce61YyfwihFgh5rhSfMhhP38VfpNKvj0XWkNadcECw5-qGBfzdWjNaYfi7SJjjoGKbrn8sXq6mNiacPOoOx6J' +
    'QfjWl61AXQucP5zQYPBTTE_DFeafsD3dI1I4I-0Oj82gzFMi8OwFMbSiDr5D-SMLc-WRK6zpUGNnoD4YkpDf1qfOYsh6JtBb8IBpA_Og6j8sELGKTG3LXue9' +
    '9J2_PnQvYC6XkVv_bg5BcMXS8P-UZKUD',
  /** P, 32 bytes, and what its paper sends to be stamped (384) and gets back (384). */
  paperSeed: 'hDSw3qa3e1J0kxA8UCJE4sEZX6MqPLsHdizbM6wye6M',
  blindedMessage:
    'HE195p60fdXqQNAA9Tu-j3yZf_7BXUR2cJZ0ajo9dOLWzHhKQuRF1n7ZDUZZyMmqyWTWJMSADsRSdI4ewCI4RSE1ZueghUl4xH5BPll6qYxcdUAFXQB1AAPk' +
    'P7KeWfGZ3NcJUMqh8Nj3gx8bDeuF3UQJzaZMs1_V2hcCRinVNth_W8JqdwgPf6_YfxWUpgn8AZzWuV88qJm5_9NwrLZk5PVYdrRrzfwUYPNO-2kYDeULeXID' +
    'FVG3Td8Cbj6kXyE83P8VAkxFRxiu8QvCtJQ_VpA9rGd0atCW8PWE05mdG-mVKlMGC4TQumT5CJyZLs8EckUrog6InY6CHQSTfNtSuXU0IchN64ZlfklyTsuV' +
    'IwVjhnywBrXoC746zDnKeJ8C-CXQPkQJ4VgaTYP4CG8I9WxMj5w4sNv2XoXs0GyamCaW5HU2qVh7JFR80puHaSZACk-yuQZJmzCvQPr2VoGEaEC8h1k65zxA' +
    'W7A_bl6VvqnjQBCaS5rC71Z1bc1UJBYX',
  blindSignature:
    'KbzSs-CYp5aqHsZqSCwLhe3BonCQ1JiAbCpJvWKorHmvHKFanvmNmhBqjdM_3XCuV4O-NjBcM6c1bCeC6GoxZHz9o5B9PWHJ11Y-QmtR0vB3uLWtATvuX9si' +
    'TetzOQK6Ya_e9--J3d_ZrFEB81m-vXMnGCQzFue1hBpgTe-f4gESylVbppGewTC87BOWs5EjMc8Va5ZyU-OvAZUNQ0MFwUmcL2kOq65wmIUzyKY6T20dNXbh' +
    'GLHrjHro2bVDHWgrJGKZp9QJIhoHCLYPxTssAK0GTwYGNtlTf7dGHAbiFG-4BaYVWYWBFtBNJ-fZVSeakFcVDudytj7zONa5BJxV9KSVD0kLpI9jmFLwjXiB' +
    '9HP3n6hlqtx121nM6AXFhQuiej3PhIh003fNCwRd8_ry1laLVT3Pk3kuqsL3GsSDy8YUM4hHnLowgv4hpDgCkD6proUGEhib9cbFtLUQOJFuoNJfDbpZg0aG' +
    'eE3y4fLzaUhAYX2ao7L0d16OkmAv2WZ8',
  /** Box keys of three scrutineers, 65 bytes each. */
  boxKeys: [
    'BFpTVJp3gNOO27UzQc2NqoY31eegE831D8JYWMZHAdrqkvFeA7XBU38TfgB7f4ZwCWkEmDTVYGfYSJ5MB1Xxwjo',
    'BI95WMWC8fZk2o0mtIMTqjlIz0acrAI9ueLFZoPIjLd3QfqT6gorF7KyqDPwRDqB56bclx76e2FFBTqXZICwAOY',
    'BEiCjQIJ5WEQTdhvJb_k4tHfV3YXLhQHrGWgY8WXqzdcpiaG12nvRQGwlsRzcm4uKW_gKgdUOYPLfFMx4rDwfVs',
  ],
  threshold: 2,
  options: 8,
} as const;
