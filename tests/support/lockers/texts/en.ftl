lockers-title = Lockers (en)
lockers-permission-use = Use a locker (en)
lockers-permission-open-safe = Open the safe (en)
error-lockers-full = The locker { $locker } is full (en).
