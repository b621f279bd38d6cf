lockers-title = Lockers (fr)
lockers-permission-use = Use a locker (fr)
lockers-permission-open-safe = Open the safe (fr)
error-lockers-full = The locker { $locker } is full (fr).
