lockers-title = Lockers (nl)
lockers-permission-use = Use a locker (nl)
lockers-permission-open-safe = Open the safe (nl)
error-lockers-full = The locker { $locker } is full (nl).
