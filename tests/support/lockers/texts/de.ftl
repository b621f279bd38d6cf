lockers-title = Lockers (de)
lockers-permission-use = Use a locker (de)
lockers-permission-open-safe = Open the safe (de)
error-lockers-full = The locker { $locker } is full (de).
