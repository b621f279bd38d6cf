pin-label = PIN of this device
pin-what = Opens without network what is on this device.
pin-wrong = { $left ->
    [one] Not right. One more try, then everything on this device is erased.
   *[other] Not right. { $left } tries left.
}
pin-open = Open with PIN
confirm-text = The network is back. Confirm that it is you; what is on the screen stays there.
confirm-now = Confirm
error-unlock-other-passkey = This passkey does not open the device without network.
error-unlock-lease-over = This device had no contact with the server for too long, or its clock was set back. What was on it is erased; what was still to be sent waits on.
locked-waiting = { $n ->
    [one] One question that waits for the network is erased when you sign out. Press once more to sign out.
   *[other] { $n } questions that wait for the network are erased when you sign out. Press once more to sign out.
}
